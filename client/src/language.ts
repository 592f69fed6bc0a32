/** The language id of the manifest: `inf` and `edk2_inf` belong to other extensions. */
export const LANGUAGE = 'windows-inf';
