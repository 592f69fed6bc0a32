/** The first version of UMDF that reads a directive, as major and minor. Source: wdf/specifying-wdf-directives-in-inf-files */
export const umdfSince: Readonly<Record<string, readonly [number, number]>> = {
  UmdfHostProcessSharing: [1, 11],
  UmdfDirectHardwareAccess: [1, 11],
  UmdfRegisterAccessMode: [1, 11],
  UmdfFileObjectPolicy: [1, 11],
  UmdfFsContextUsePolicy: [1, 11],
  UmdfKernelModeClientPolicy: [1, 9],
  UmdfHostPriority: [2, 15],
};

/** Directives that UMDF 2 no longer has. Source: wdf/porting-a-driver-from-umdf-1-to-umdf-2 */
export const umdf1Only: readonly string[] = ['DriverCLSID'];
