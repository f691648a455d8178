/** How certificates are made, for targets, exercises, faults and the lab. */
export { authority, selfSigned, signedBy, type CertificateOptions, type CertifiedKey } from "./certificate";
export { LOCAL_NAMES, RECIPES, type Recipe } from "./recipes";
export { writeCertificate, CERTIFICATE_FILE, KEY_FILE, type CertificateFiles } from "./write";
