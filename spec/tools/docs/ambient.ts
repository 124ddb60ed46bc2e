const scripts = ['VisitorOptIn', 'adobe', 'alloy', 's', 'fbq', 'gtag', 'uetq', 'dataLayer', 'adobeDataLayer', '_satellite']
const platforms = ['Cookiebot', 'OneTrust', 'Didomi', 'klaro', 'tarteaucitron', 'CookieConsent', '__tcfapi', '__gpp', '__uspapi']

/**
 * What a code block may name without making it: an OptIn, and the globals of the page's other scripts.
 *
 * It is a text and no file, so that these names are known to the blocks only.
 */
export const ambient = `
declare const optIn: import('../../lib/types.js').OptIn
${[...scripts, ...platforms].map((name) => `declare var ${name}: any`).join('\n')}
interface Window { [name: string]: any }
`
