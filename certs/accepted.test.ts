/** The programs that a class uses accept what is made here, and refuse what is made wrong. */
import { programHere } from "../src/target/testing/available";
import { RECIPES, type Recipe } from "./recipes";
import { asFiles, nodeSays, run, serve } from "./testing";

const openssl = programHere("openssl");
const python = programHere("python3");

/** Python 3.13's default; before, it is the strict one of those that must accept. */
const STRICT = `
import socket, ssl, sys
context = ssl.create_default_context(cafile=sys.argv[1])
context.verify_flags |= ssl.VERIFY_X509_STRICT
with socket.create_connection(("127.0.0.1", int(sys.argv[2]))) as plain:
    try:
        with context.wrap_socket(plain, server_hostname="localhost") as tls:
            print("trusted", tls.version())
    except ssl.SSLCertVerificationError as error:
        print(error.verify_message)
`;

describe("Node", () => {
  it.each<[Recipe, string]>([
    ["good", "trusted"],
    ["expired", "CERT_HAS_EXPIRED"],
    ["not-yet-valid", "CERT_NOT_YET_VALID"],
    ["wrong-name", "ERR_TLS_CERT_ALTNAME_INVALID"],
    ["other-ca", "UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
    ["weak-key", "trusted"],
  ])("says of one made as %s: %s", async (recipe, verdict) => {
    const made = await RECIPES[recipe]();
    await using server = await serve(made);
    await expect(nodeSays(server.port, made.certificate)).resolves.toBe(verdict);
  });

  it("refuses a good one where another good one was handed out", async () => {
    await using server = await serve(await RECIPES.good());
    const { certificate } = await RECIPES.good();
    await expect(nodeSays(server.port, certificate)).resolves.toBe("DEPTH_ZERO_SELF_SIGNED_CERT");
  });

  it.each(["localhost", "127.0.0.1"])("finds the name %s in a good one", async (name) => {
    const made = await RECIPES.good();
    await using server = await serve(made);
    await expect(nodeSays(server.port, made.certificate, name)).resolves.toBe("trusted");
  });
});

(openssl.here ? describe : describe.skip)(openssl.title("openssl verify -x509_strict"), () => {
  it.each<[Recipe, RegExp]>([
    ["good", /: OK\n$/],
    ["expired", /certificate has expired/],
    ["not-yet-valid", /certificate is not yet valid/],
    ["wrong-name", /[Hh]ostname mismatch/],
    ["other-ca", /unable to get local issuer certificate/],
    ["weak-key", /: OK\n$/],
  ])("says of one made as %s: %s", async (recipe, verdict) => {
    using files = await asFiles(await RECIPES[recipe]());
    const given = ["-x509_strict", "-purpose", "sslserver", "-verify_hostname", "localhost"];
    const said = await run("openssl", ["verify", ...given, "-CAfile", files.certificate, files.certificate]);
    expect(said.text).toMatch(verdict);
  });
});

(python.here ? describe : describe.skip)(python.title("Python's ssl, strict as 3.13"), () => {
  it.each<[Recipe, RegExp]>([
    ["good", /^trusted TLSv1\.3\n$/],
    ["expired", /certificate has expired/],
    ["wrong-name", /Hostname mismatch/],
    ["other-ca", /unable to get local issuer certificate/],
  ])("says of one made as %s: %s", async (recipe, verdict) => {
    const made = await RECIPES[recipe]();
    using files = await asFiles(made);
    await using server = await serve(made);
    const said = await run("python3", ["-c", STRICT, files.certificate, String(server.port)]);
    expect(said.text).toMatch(verdict);
  });
});
