import { fold } from './fold.js';
import { companionSuffixOf } from './section-suffix.js';

/** An INF file of Windows from which others may take sections. What is not listed here may still exist. */
export interface InboxInf {
  /** As documentation spells it. */
  readonly file: string;
  /** Sections that `Needs` may name. */
  readonly sections: readonly string[];
  /** Driver binaries that this INF installs and that others must not name themselves. */
  readonly binaries?: readonly string[];
  /** Page for `docsUrl`: of the documentation, or of a sample of Microsoft's that shows it. */
  readonly source: string;
}

/** Windows' own INF files and those of their sections that Microsoft's documentation or samples take. */
export const inboxInfs: readonly InboxInf[] = [
  { file: 'battery.inf', sections: ['Battery_Inst'], source: 'battery/installing-a-battery-driver' },
  {
    file: 'bth.inf',
    sections: ['BthUsb.NT', 'BthUsb.NT.HW', 'BthUsb.NT.Services', 'BthUsb_SidebandSco.NT'],
    source: 'bluetooth/bluetooth-host-radio-support',
  },
  { file: 'BtaMpm.inf', sections: ['BtaMPM.CopyFilesOnly'], source: 'audio/implementing-audio-processing-objects' },
  {
    file: 'hdaudio.inf',
    sections: ['HDAudModel', 'HdAudModel.HW', 'HdAudModel.Interfaces', 'HdAudModel.Services'],
    source: 'audio/customizing-default-audio-volume-settings',
  },
  {
    file: 'HidCfu.inf',
    sections: ['HidCfu.NT', 'HidCfu.NT.Services', 'HidCfu.NT.Wdf'],
    source: 'cfu/cfu-inf-configuration',
  },
  { file: 'hidserv.inf', sections: [], source: 'install/calling-setupwritetextloginfline' },
  {
    file: 'input.inf',
    sections: ['HID_SelSus_Inst.NT', 'HID_SelSus_Inst.NT.HW', 'HID_SelSus_Inst.NT.Services'],
    source: 'hid/selective-suspend-for-hid-over-usb-devices',
  },
  { file: 'keyboard.inf', sections: [], source: 'devtest/devcon-examples' },
  { file: 'ks.inf', sections: ['KS.Registration'], source: 'audio/friendly-names-for-audio-endpoint-devices' },
  {
    file: 'kscaptur.inf',
    sections: ['KSCAPTUR.Registration', 'KSCAPTUR.Registration.NT'],
    source: 'audio/friendly-names-for-audio-endpoint-devices',
  },
  { file: 'ksfilter.inf', sections: ['MSPCLOCK.Installation'], source: 'install/inf-ddinstall-section' },
  {
    file: 'machine.inf',
    sections: ['PciD3ColdSupported', 'PciIoSpaceNotRequired'],
    source: 'pci/i-o-resource-usage-reduction',
  },
  { file: 'mdmcpq.inf', sections: [], source: 'usbcon/supported-usb-classes' },
  {
    file: 'mf.inf',
    sections: ['MFINSTALL.mf', 'MFINSTALL.mf.Services'],
    source: 'multifunction/using-the-system-supplied-multifunction-bus-driver',
  },
  { file: 'msdv.inf', sections: [], source: 'stream/peer-subunit-device-identifiers' },
  {
    file: 'MsHidKmdf.inf',
    sections: [
      'MsHidKmdf.NT',
      'MsHidKmdf.NT.HW',
      'MsHidKmdf.NT.Services',
      'MsHidKmdf_UpperFilter.NT',
      'MsHidKmdf_UpperFilter.NT.HW',
      'MsHidKmdf_UpperFilter.NT.Services',
      'MsHidKmdf_UpperFilter.NT.Filters',
      'MsHidKmdf_LowerFilter.NT',
      'MsHidKmdf_LowerFilter.NT.HW',
      'MsHidKmdf_LowerFilter.NT.Services',
      'MsHidKmdf_LowerFilter.NT.Filters',
    ],
    binaries: ['mshidkmdf.sys'],
    source: 'devtest/inf-verif-error-2084',
  },
  {
    file: 'MsHidUmdf.inf',
    sections: ['MsHidUmdf.NT', 'MsHidUmdf.NT.HW', 'MsHidUmdf.NT.Services'],
    binaries: ['mshidumdf.sys'],
    source: 'https://github.com/microsoft/Windows-driver-samples/tree/main/hid/vhidmini2',
  },
  {
    file: 'msmouse.inf',
    sections: ['PS2_Inst', 'PS2_Inst.HW', 'PS2_Inst.Services'],
    source: 'https://github.com/microsoft/Windows-driver-samples/tree/main/input/moufiltr',
  },
  { file: 'msports.inf', sections: [], source: 'install/interpreting-a-sample-setupapi-log-file' },
  {
    file: 'netrndis.inf',
    sections: ['Usb_Rndis.ndi', 'Usb_Rndis.ndi.Services', 'usbrndis6.ndi', 'usbrndis6.ndi.Services'],
    source: 'network/remote-ndis-inf-template',
  },
  {
    file: 'netvwifibus.inf',
    sections: ['VWiFiBus.CopyFiles', 'VWiFiBus.PnPFilterRegistration.HW', 'VWiFiBus.Services'],
    source: 'https://github.com/microsoft/Windows-driver-samples/tree/main/network/wlan',
  },
  {
    file: 'Ntprint.inf',
    sections: [
      'PSCRIPT.OEM',
      'UNIDRV.OEM',
      'UNIDRV_BIDI.OEM',
      'TTFSUB.OEM',
      'sRGBPROFILE.OEM',
      'LOCALE.OEM',
      'PCLXL.OEM',
      'XPSGPD.OEM',
      'XPSDRV.OEM',
    ],
    source: 'print/printer-inf-file-install-sections',
  },
  {
    file: 'pci.inf',
    sections: ['PciIoSpaceNotRequired.HW', 'PciSriovSupported.HW'],
    source: 'network/inf-ddinstall-hw-section-for-pf-miniport-drivers',
  },
  {
    file: 'sti.inf',
    sections: [
      'STI.MICRODRIVERSection',
      'STI.PTPUSBSection',
      'STI.SBP2Section',
      'STI.SBP2Section.Services',
      'STI.SCSISection',
      'STI.SCSISection.Services',
      'STI.SerialSection',
      'STI.SerialSection.Services',
      'STI.USBSection',
      'STI.USBSection.Services',
      'STI.WIAVideo.Registration',
      'STI.WSDSection',
      'STI.WSDSection.HW',
      'STI.WSDSection.Services',
    ],
    source: 'image/inf-files-for-wia-devices',
  },
  {
    file: 'StorFwUpdate.inf',
    sections: ['StorFwUpdate.NT', 'StorFwUpdate.NT.Services', 'StorFwUpdate.NT.Wdf'],
    source: 'sfu/storage-firmware-update-driver',
  },
  { file: 'Ufxsynopsys.inf', sections: [], source: 'usbcon/usb-dual-role-driver-stack-architecture' },
  {
    file: 'umpass.inf',
    sections: ['UmPass', 'UmPass.HW', 'UmPass.Interfaces', 'UmPass.Services', 'UmPass.CoInstallers'],
    binaries: ['umpass.sys'],
    source: 'install/using-a-component-inf-file',
  },
  {
    file: 'usb.inf',
    sections: ['Composite.Dev', 'Composite.Dev.NT', 'Composite.Dev.NT.Services'],
    source: 'usbcon/support-for-interface-collections',
  },
  { file: 'Usbser.inf', sections: [], source: 'usbcon/usb-driver-installation-based-on-compatible-ids' },
  {
    file: 'usbvideo.inf',
    sections: ['USBVideo.NT', 'USBVideo.NT.HW', 'USBVideo.NT.Services', 'USBVideo.NT.Wdf'],
    binaries: ['usbvideo.sys'],
    source: 'stream/providing-a-uvc-inf-file',
  },
  { file: 'usbxhci.inf', sections: [], source: 'usbcon/usb-dual-role-driver-stack-architecture' },
  {
    file: 'wdma_usb.inf',
    sections: ['USBAudio.CopyList', 'USBAudioOEM.AddReg'],
    source: 'audio/pkey-audioengine-oemperiod',
  },
  {
    file: 'wdmaudio.inf',
    sections: [
      'WDMAUDIO.Registration',
      'WDMAUDIO.Registration.NT',
      'WDMPORTCLS.CopyFilesOnly',
      'mssysfx.CopyFilesAndRegister',
      'mssysfx.CopyFilesAndRegisterCapX',
      'MsApoFxProxy.Registration',
    ],
    source: 'audio/implementing-audio-processing-objects',
  },
  {
    file: 'winusb.inf',
    sections: ['WINUSB.NT', 'WINUSB.NT.Services'],
    binaries: ['WinUSB.sys'],
    source: 'usbcon/winusb-installation',
  },
  {
    file: 'wpdmtp.inf',
    sections: [
      'WPD.MTP',
      'WPD.MTP.Registration',
      'WPD.MTP.Registration.Basic',
      'WPD.MTP.Services',
      'WPD.MTP.CoInstallers',
      'WPD.MTP.Wdf',
    ],
    source: 'portable/the-mtp-setup-information---inf--file',
  },
  {
    file: 'WUDFRD.inf',
    sections: [
      'WUDFRD.NT',
      'WUDFRD.NT.HW',
      'WUDFRD.NT.Services',
      'WUDFRD_UpperFilter.NT',
      'WUDFRD_UpperFilter.NT.HW',
      'WUDFRD_UpperFilter.NT.Services',
      'WUDFRD_UpperFilter.NT.Filters',
      'WUDFRD_LowerFilter.NT',
      'WUDFRD_LowerFilter.NT.HW',
      'WUDFRD_LowerFilter.NT.Services',
      'WUDFRD_LowerFilter.NT.Filters',
    ],
    binaries: ['WUDFRd.sys'],
    source: 'wdf/adding-the-reflector',
  },
];

/**
 * Sections without a suffix that are nevertheless for DDInstall.HW, as machine.inf of Windows 8.1 and earlier has them.
 * Sources: pci/i-o-resource-usage-reduction, kernel/using-guid-d3cold-support-interface,
 * portable/the-mtp-setup-information---inf--file
 */
const HARDWARE_SECTIONS: ReadonlySet<string> = new Set(
  ['PciD3ColdSupported', 'PciIoSpaceNotRequired', 'WPD.MTP.Registration', 'WPD.MTP.Registration.Basic'].map(fold),
);

const byFile: ReadonlyMap<string, InboxInf> = new Map(inboxInfs.map((inf) => [fold(inf.file), inf]));
const bySection: ReadonlyMap<string, InboxInf> = new Map(
  inboxInfs.flatMap((inf) => inf.sections.map((section) => [fold(section), inf] as const)),
);
const byBinary: ReadonlyMap<string, InboxInf> = new Map(
  inboxInfs.flatMap((inf) => (inf.binaries ?? []).map((file) => [fold(file), inf] as const)),
);

/** The row of a file of Windows; `undefined` when the table does not have it, which does not mean that there is none. */
export function inboxInfNamed(file: string): InboxInf | undefined {
  return byFile.get(fold(file));
}

/** The file of Windows that has the section; `undefined` when the table does not know. */
export function inboxInfOfSection(section: string): InboxInf | undefined {
  return bySection.get(fold(section));
}

/** The file of Windows that installs the driver binary (a file name without path). */
export function inboxInfOfBinary(file: string): InboxInf | undefined {
  return byBinary.get(fold(file));
}

/** Whether a section without suffix is meant for DDInstall.HW all the same. */
export function isForHardware(section: string): boolean {
  return HARDWARE_SECTIONS.has(fold(section));
}

/**
 * The sections that belong to one by their suffix: `WUDFRD.NT.HW` and `WUDFRD.NT.Services` to `WUDFRD.NT`, each with the
 * suffix of the section in which Needs names it. Co-installers, which Windows no longer runs, are left out.
 */
export function inboxCompanions(section: string): readonly { readonly name: string; readonly suffix: string }[] {
  const folded = fold(section);
  return (inboxInfOfSection(section)?.sections ?? []).flatMap((name) => {
    const suffix = companionSuffixOf(name);
    const belongs = suffix !== undefined && fold(name) === `${folded}${fold(suffix)}`;
    return belongs && suffix !== '.CoInstallers' ? [{ name, suffix }] : [];
  });
}
