import { announcesReadiness, brokerConfig, houseConfig, type TlsListener } from "./config";

const TLS: TlsListener = { listener: "8883", certificate: "/c/m.crt", key: "/c/m.key" };

describe("brokerConfig", () => {
  it("is the house's configuration on the listeners that are asked for", () => {
    expect(brokerConfig(["40123 127.0.0.1"])).toBe(
      "allow_anonymous true\nlog_type all\nlog_dest stderr\npersistence false\nlistener 40123 127.0.0.1\n",
    );
  });

  it("lets an extra line take the place of the house's own", () => {
    const config = brokerConfig(["1883"], ["log_type error", "log_type warning", "max_qos 1"]);
    expect(config).not.toContain("log_type all");
    expect(config).toMatch(/listener 1883\nlog_type error\nlog_type warning\nmax_qos 1\n$/);
  });

  it("keeps extra listeners beside the first one", () => {
    expect(brokerConfig(["1883"], ["listener 8883"])).toMatch(/listener 1883\nlistener 8883\n$/);
  });

  it("opens the TLS listener before the plain one, which the extra lines belong to", () => {
    expect(brokerConfig(["1883"], ["max_qos 1"], TLS)).toMatch(
      /\nlistener 8883\ncertfile \/c\/m.crt\nkeyfile \/c\/m.key\nlistener 1883\nmax_qos 1\n$/,
    );
  });

  it("gives the TLS listener lines of its own, which may take the place of its files", () => {
    const extra = ["tls_version tlsv1.2", "certfile /other.crt"];
    expect(brokerConfig(["1883"], [], { ...TLS, extra })).toMatch(
      /\nlistener 8883\nkeyfile \/c\/m.key\ntls_version tlsv1.2\ncertfile \/other.crt\nlistener 1883\n$/,
    );
  });

  it("leaves the TLS listener out where the caller opens listeners", () => {
    expect(brokerConfig(["1883"], ["listener 8883", "max_qos 1"], TLS)).toMatch(
      /false\nlistener 1883\nlistener 8883\nmax_qos 1\n$/,
    );
  });
});

describe("announcesReadiness", () => {
  it("holds for the house's configuration and for Mosquitto's defaults", () => {
    expect(announcesReadiness(houseConfig())).toBe(true);
    expect(announcesReadiness("")).toBe(true);
  });

  it.each([["log_type error"], ["log_dest none"], ["log_dest topic"], ["log_dest file /var/log/m.log"]])(
    "does not hold with %s",
    (line) => {
      expect(announcesReadiness(brokerConfig(["1883"], [line]))).toBe(false);
    },
  );
});
