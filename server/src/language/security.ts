/** A code in a security descriptor string. Source: install/creating-secure-device-installations */
export interface SecurityCode {
  readonly code: string;
  readonly summary: string;
}

/** Rights, as they stand in an ACE: `(A;;GA;;;SY)`. A number such as 0x1200a9 may stand there, too. */
export const securityRights: readonly SecurityCode[] = [
  { code: 'GA', summary: 'everything' },
  { code: 'GR', summary: 'read' },
  { code: 'GW', summary: 'write' },
  { code: 'GX', summary: 'execute' },
  { code: 'RC', summary: 'read the security descriptor' },
  { code: 'SD', summary: 'delete' },
  { code: 'WD', summary: 'change the permissions' },
  { code: 'WO', summary: 'take ownership' },
];

/** Groups and accounts, as they stand at the end of an ACE. */
export const securityAccounts: readonly SecurityCode[] = [
  { code: 'SY', summary: 'Local System' },
  { code: 'LS', summary: 'Local Service' },
  { code: 'NS', summary: 'Network Service' },
  { code: 'BA', summary: 'Administrators' },
  { code: 'BU', summary: 'Users' },
  { code: 'BG', summary: 'Guests' },
  { code: 'AU', summary: 'everybody who has logged on' },
  { code: 'AN', summary: 'anonymous logons' },
  { code: 'IU', summary: 'users at the computer' },
  { code: 'NU', summary: 'users who come over the network' },
  { code: 'WD', summary: 'everybody' },
  { code: 'RC', summary: 'restricted code; only together with WD' },
  { code: 'UD', summary: 'user-mode drivers (Windows 8 and later)' },
];

/** ACEs that the security descriptor of files and registry keys must hold, or Windows itself loses access. */
export const requiredAces: readonly string[] = ['(A;;GA;;;SY)', '(A;;GA;;;BA)'];

/** A place where an INF can state a security descriptor. */
export interface SecurityPlace {
  readonly title: string;
  readonly example: string;
  readonly summary: string;
  readonly docs: string;
}

/** All the places, since none of them covers another. */
export const securityPlaces: readonly SecurityPlace[] = [
  {
    title: 'add-registry section .security',
    example: '"D:P(A;;GA;;;SY)(A;;GA;;;BA)"',
    summary: 'Protects the keys that the section creates; without it they inherit. Not for values directly below HKR.',
    docs: 'install/inf-addreg-directive',
  },
  {
    title: 'file list .security',
    example: '"D:P(A;;GA;;;SY)(A;;GA;;;BA)"',
    summary: 'Protects the files of the list; not with dirid 13, and needless below the Windows folder.',
    docs: 'install/inf-copyfiles-directive',
  },
  {
    title: 'Security of a service-install section',
    example: 'Security = "D:(A;;GA;;;SY)(A;;GA;;;BA)"',
    summary: 'Who may start, stop and change the service; the default usually does.',
    docs: 'install/inf-addservice-directive',
  },
  {
    title: 'The value Security of a device or class',
    example: 'HKR,,Security,,"D:P(A;;GA;;;SY)(A;;GA;;;BA)"',
    summary: 'Who may open the device; below the hardware key, or the class key for all devices of a class.',
    docs: 'install/creating-secure-device-installations',
  },
  {
    title: 'Security of a WMI-class section',
    example: 'Security = "O:SYG:BAD:(A;;0x1;;;BA)"',
    summary: 'Who may use the WMI class; exactly one, as two of them are both ignored.',
    docs: 'install/inf-ddinstall-wmi-section',
  },
  {
    title: 'Access of a channel section',
    example: 'Access = "O:BAG:SYD:(A;;0x7;;;SY)(A;;0x7;;;BA)"',
    summary: 'Who may read and write the event channel.',
    docs: 'install/inf-addeventprovider-directive',
  },
];
