import { announcesReadiness, brokerConfig, houseConfig } from "./config";

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
