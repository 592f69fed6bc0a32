import assert from 'node:assert/strict';
import reservedClass from '../../server/src/rules/reserved-class.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { actionsOf, fixed, rule } from '../support/squiggle.js';

suite('reserved-class', () => {
  test('reports the class of samples', () => {
    rule(
      reservedClass,
      driver(
        `
      [Version]
      Class     = Sample
                  ~~~~~~ reserved-class Class Sample is kept by Microsoft for samples; a driver package chooses the class that fits its device.
      ClassGuid = {78A1C341-4539-11d3-B88D-00C04FAD5171}
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports the GUID of samples under another name', () => {
    rule(
      reservedClass,
      driver(
        `
      [Version]
      Class     = Contoso
      ClassGuid = {78A1C341-4539-11d3-B88D-00C04FAD5171}
                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ reserved-class Class Sample is kept by Microsoft for samples; a driver package chooses the class that fits its device.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports the class of devices without a driver', () => {
    rule(
      reservedClass,
      driver(
        `
      [Version]
      Class     = Unknown
                  ~~~~~~~ reserved-class Class Unknown is kept by Microsoft for devices without a driver; a driver package chooses the class that fits its device.
      ClassGuid = {4d36e97e-e325-11ce-bfc1-08002be10318}
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent about classes for everybody', () => {
    rule(
      reservedClass,
      driver(
        `
      [Version]
      Class     = Net
      ClassGuid = {4d36e972-e325-11ce-bfc1-08002be10318}
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  /** A device of the class Sample. */
  const sample = (id: string): string => `
      [Version]
      Signature = "$Windows NT$"
      Class     = "Sample"
      ClassGuid = {78A1C341-4539-11d3-B88D-00C04FAD5171}

      [ClassInstall32]
      AddReg = Class_AddReg

      [Manufacturer]
      "Vendor" = Models, NTamd64

      [Models.NTamd64]
      "Device" = Dev, ${id}
    `;

  test('offers the class for all USB devices, and removes what made the old class', () => {
    fixed(
      reservedClass,
      sample(USB_DEVICE),
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = USBDevice
      ClassGuid = {88bae032-5a81-49f0-bc3d-a4ff138216d6}

      [Manufacturer]
      "Vendor" = Models, NTamd64

      [Models.NTamd64]
      "Device" = Dev, USB\\VID_1209&PID_0001
    `,
      'set-class-usbdevice',
    );
  });

  test('names no class where it does not follow from the devices', () => {
    assert.deepEqual(actionsOf(reservedClass, sample(USB_DEVICE)), [
      'set-class-usbdevice: Set Class to USBDevice (USB Device) and remove [ClassInstall32]',
    ]);
    assert.deepEqual(actionsOf(reservedClass, sample('ROOT\\ECHO')), []);
    assert.deepEqual(actionsOf(reservedClass, `${sample(USB_DEVICE)}\n"Other" = Dev, ROOT\\OTHER\n`), []);
  });
});
