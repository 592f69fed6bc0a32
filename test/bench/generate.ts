/** A small, fixed random source (mulberry32), so that every run measures the same text. */
export function randomSource(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Keywords of network adapters, of which one INF lists many for each device. */
const PROPERTIES = [
  '*EEE',
  '*FlowControl',
  '*InterruptModeration',
  '*IPChecksumOffloadIPv4',
  '*JumboPacket',
  '*LsoV2IPv4',
  '*LsoV2IPv6',
  '*ModernStandbyWoLMagicPacket',
  '*PriorityVLANTag',
  '*ReceiveBuffers',
  '*RSS',
  '*SpeedDuplex',
  '*TCPChecksumOffloadIPv4',
  '*TransmitBuffers',
  '*WakeOnMagicPacket',
  '*WakeOnPattern',
];

/** `0042` */
function digits(number: number, length = 4): string {
  return number.toString(16).toUpperCase().padStart(length, '0');
}

/**
 * A driver INF of about `bytes` bytes as a large vendor writes one: many devices on two architectures, each with its own
 * sections for files, registry values, hardware and services, strings, comments; about 16 lines for each section, as large
 * real ones have. Mostly right; one device in fifty states nothing about DMA remapping, one in a hundred in the wrong place.
 */
export function generateInf(bytes: number): string {
  const random = randomSource(1);
  const pieces: string[] = [];
  let length = 0;
  let count = 0;
  while (length < bytes * 0.92) {
    const piece = deviceSections(count, random);
    pieces.push(piece);
    length += piece.length + 160;
    count++;
  }
  const numbers = Array.from({ length: count }, (_, index) => index);
  const models = (decoration: string): string =>
    `[Vendor.${decoration}]\r\n${numbers.map((n) => `%Dev${n}.Desc% = Dev${n}, PCI\\VEN_1B36&DEV_${digits(n)}, PCI\\VEN_1B36&DEV_${digits(n)}&REV_01\r\n`).join('')}\r\n`;
  const strings = numbers.map(
    (n) => `Dev${n}.Desc = "Example network adapter, model ${digits(n)}"\r\nSvc${n}.Desc = "Example service ${n}"\r\n`,
  );
  return [
    HEAD,
    models('NTamd64.10.0...17763'),
    models('NTarm64.10.0...22000'),
    ...pieces,
    '[Strings]\r\nVendor = "Example vendor"\r\n',
    ...strings,
  ].join('');
}

const HEAD = `; An INF for measurements
[Version]
Signature   = "$WINDOWS NT$"
Class       = Net
ClassGuid   = {4d36e972-e325-11ce-bfc1-08002be10318}
Provider    = %Vendor%
DriverVer   = 01/01/2026,1.0.0.0
CatalogFile = example.cat
PnpLockdown = 1

[Manufacturer]
%Vendor% = Vendor, NTamd64.10.0...17763, NTarm64.10.0...22000

[DestinationDirs]
DefaultDestDir = 13

`.replace(/\n/g, '\r\n');

function deviceSections(n: number, random: () => number): string {
  const properties = PROPERTIES.filter(() => random() < 0.6).flatMap((name) => propertyLines(name, random));
  const isSilent = n % 50 === 49;
  const isMisplaced = n % 100 === 10;
  const dma = `HKR,Parameters,DmaRemappingCompatible,0x00010001,1`;
  const lines = [
    `;`,
    `; Device ${n}`,
    `;`,
    `[Dev${n}.NT]`,
    `Characteristics = 0x84 ; NCF_PHYSICAL | NCF_HAS_UI`,
    `BusType         = 5`,
    `CopyFiles       = Dev${n}.Copy`,
    `AddReg          = Dev${n}.Reg, Dev${n}.Params`,
    ``,
    `[Dev${n}.Copy]`,
    `example${n}.sys`,
    `exdiag${n}.dll,,,0x00000004`,
    ``,
    `[Dev${n}.Reg]`,
    `HKR,,Service,0,"Svc${n}"`,
    `HKR,Ndi,Service,,"Svc${n}"`,
    `HKR,Ndi\\Interfaces,UpperRange,,"ndis5"`,
    `HKR,Ndi\\Interfaces,LowerRange,,"ethernet"`,
    ...(isMisplaced ? [dma] : []),
    ``,
    `[Dev${n}.Params]`,
    ...properties,
    ``,
    ...(isSilent || isMisplaced
      ? []
      : [
          `[Dev${n}.NT.HW]`,
          `AddReg = Dev${n}.Hw`,
          ``,
          `[Dev${n}.Hw]`,
          `HKR,"DMA Management",RemappingSupported,0x00010001,1`,
          ``,
        ]),
    `[Dev${n}.NT.Services]`,
    `AddService = Svc${n}, 0x00000002, Svc${n}.Inst, Svc${n}.Log`,
    ``,
    `[Svc${n}.Inst]`,
    `DisplayName   = %Svc${n}.Desc%`,
    `ServiceType   = 1 ; SERVICE_KERNEL_DRIVER`,
    `StartType     = 3 ; SERVICE_DEMAND_START`,
    `ErrorControl  = 1 ; SERVICE_ERROR_NORMAL`,
    `ServiceBinary = %13%\\example${n}.sys`,
    ...(isSilent || isMisplaced ? [] : [`AddReg        = Svc${n}.Reg`]),
    ``,
    ...(isSilent || isMisplaced ? [] : [`[Svc${n}.Reg]`, dma, ``]),
    `[Svc${n}.Log]`,
    `AddReg = Svc${n}.LogReg`,
    ``,
    `[Svc${n}.LogReg]`,
    `HKR,,EventMessageFile,0x00020000,"%%SystemRoot%%\\System32\\netevent.dll;%%SystemRoot%%\\System32\\drivers\\example${n}.sys"`,
    `HKR,,TypesSupported,0x00010001,7`,
    ``,
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

function propertyLines(name: string, random: () => number): string[] {
  const highest = 2 + Math.floor(random() * 4);
  return [
    `HKR,Ndi\\Params\\${name},ParamDesc,,"${name.slice(1)} of the adapter"`,
    `HKR,Ndi\\Params\\${name},Type,,"enum"`,
    `HKR,Ndi\\Params\\${name},Default,,"${highest - 1}"`,
    `HKR,Ndi\\Params\\${name},Optional,,"0"`,
    ...Array.from(
      { length: highest },
      (_, value) => `HKR,Ndi\\Params\\${name}\\enum,"${value}",,"Choice number ${value}"`,
    ),
  ];
}

/** A JSON document of about `bytes` bytes that says much the same: devices with properties, files, services and values. */
export function generateJson(bytes: number): string {
  const random = randomSource(1);
  const devices: unknown[] = [];
  let length = 0;
  for (let n = 0; length < bytes; n++) {
    const device = deviceRecord(n, random);
    devices.push(device);
    length += JSON.stringify({ devices: [device] }, undefined, 2).length - 22;
  }
  return JSON.stringify({ class: 'Net', provider: 'Example vendor', version: '1.0.0.0', devices }, undefined, 2);
}

function deviceRecord(n: number, random: () => number): unknown {
  return {
    name: `Example network adapter, model ${digits(n)}`,
    hardwareIds: [`PCI\\VEN_1B36&DEV_${digits(n)}`, `PCI\\VEN_1B36&DEV_${digits(n)}&REV_01`],
    characteristics: 132,
    files: [{ name: `example${n}.sys` }, { name: `exdiag${n}.dll`, flags: 4 }],
    properties: PROPERTIES.filter(() => random() < 0.6).map((name) => ({
      name,
      type: 'enum',
      default: 1,
      optional: false,
      choices: Array.from({ length: 2 + Math.floor(random() * 4) }, (_, value) => ({
        value,
        title: `Choice number ${value}`,
      })),
    })),
    service: {
      name: `Svc${n}`,
      type: 1,
      start: 3,
      error: 1,
      binary: `%13%\\example${n}.sys`,
      dmaRemapping: n % 50 === 49 ? 7 : 1,
    },
  };
}

/** The schema of `generateJson`: types, required and unknown properties, enumerations, patterns and ranges, as real schemas have. */
export const JSON_SCHEMA = {
  type: 'object',
  required: ['class', 'provider', 'version', 'devices'],
  additionalProperties: false,
  properties: {
    class: { type: 'string' },
    provider: { type: 'string' },
    version: { type: 'string', pattern: '^\\d+(\\.\\d+){3}$' },
    devices: { type: 'array', items: { $ref: '#/definitions/device' } },
  },
  definitions: {
    device: {
      type: 'object',
      required: ['name', 'hardwareIds', 'service'],
      additionalProperties: false,
      properties: {
        name: { type: 'string', minLength: 1 },
        hardwareIds: { type: 'array', minItems: 1, items: { type: 'string', pattern: '^PCI\\\\VEN_[0-9A-F]{4}' } },
        characteristics: { type: 'integer' },
        files: {
          type: 'array',
          items: {
            type: 'object',
            required: ['name'],
            properties: { name: { type: 'string' }, flags: { type: 'integer' } },
          },
        },
        properties: {
          type: 'array',
          items: {
            type: 'object',
            required: ['name', 'type'],
            properties: {
              name: { type: 'string' },
              type: { enum: ['enum', 'int', 'edit'] },
              default: { type: 'integer' },
              optional: { type: 'boolean' },
              choices: {
                type: 'array',
                items: { type: 'object', properties: { value: { type: 'integer' }, title: { type: 'string' } } },
              },
            },
          },
        },
        service: {
          type: 'object',
          required: ['name', 'type', 'start', 'binary'],
          properties: {
            name: { type: 'string' },
            type: { enum: [1, 2] },
            start: { type: 'integer', minimum: 0, maximum: 4 },
            error: { type: 'integer', minimum: 0, maximum: 3 },
            binary: { type: 'string' },
            dmaRemapping: { type: 'integer', minimum: 0, maximum: 3 },
          },
        },
      },
    },
  },
} as const;
