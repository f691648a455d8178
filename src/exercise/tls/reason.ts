/**
 * Why a connection ended, in a few words. OpenSSL's messages have many fields, and a path of the machine that it was
 * built on; the one for people is apart.
 */
export function reasonOf(error: Error & { readonly reason?: unknown }): string {
  return typeof error.reason === "string" ? error.reason : error.message.trim();
}
