/**
 * The InfVerif codes that nobody can decide from the text of an INF, with the reason. A code has a rule or stands here.
 * Source: devtest/inf-validation-errors-and-warnings.md
 */
export const undecidedInfVerifCodes: Readonly<Record<number, string>> = {
  1000: 'Says that the file to check does not exist. The command line says so itself, with exit code 2.',
  1020: 'The names of filter levels that Windows keeps for itself are not published.',
  1207: "Concerns Microsoft's own INF files, which nobody else can write: Provider must not say Microsoft (1204).",
  1299: 'Says that InfVerif gave up after an earlier error. The checks here go on after any error.',
  1317: 'Compares with a product definition (an .ias file), which is not published.',
  1318: 'Compares with a product definition (an .ias file), which is not published.',
  1328: 'Says that a path was replaced by another; neither the page nor any report tells which paths are unsupported.',
  1382: 'Which directives an extension INF cannot have is not published; the flag of function drivers (1383) and filter levels have rules.',
  1450: 'Neither the page nor any report tells which directives are meant; those that Windows ignores have a rule (2009).',
  2091: 'Says that InfVerif knew an old pattern and could not rewrite it; which patterns those are is not published.',
  2093: 'Says that InfVerif itself could not rewrite an old pattern, and which rewriting failed is known to InfVerif only.',
  2417: 'No page names the entries of a network component section that hold a bind name.',
  2603: 'The page does not name the directives that display drivers may not use.',
};
