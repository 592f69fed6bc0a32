const root = 'https://learn.microsoft.com/windows-hardware/drivers/';

/**
 * The address of a documentation page: `install/inf-addreg-directive` becomes a link to it below the Windows hardware
 * drivers documentation; a full address (of another public page) is returned as it is.
 */
export function docsUrl(page: string): string {
  return page.startsWith('https://') ? page : root + page;
}
