/** Correct brokers with unusual settings. Under none of them may a claim fail: a false alarm is a wrong verdict. */
export interface Setting {
  readonly id: string;
  /** Lines of mosquitto.conf that replace or add to the house's. */
  readonly config: readonly string[];
}

export const settings: readonly Setting[] = [
  { id: "one message in flight", config: ["max_inflight_messages 1"] },
  { id: "ten queued messages", config: ["max_queued_messages 10"] },
  { id: "one in flight, ten queued", config: ["max_inflight_messages 1", "max_queued_messages 10"] },
  { id: "no limit in flight", config: ["max_inflight_messages 0", "max_queued_messages 0"] },
  { id: "QoS 0 queued too", config: ["queue_qos0_messages true"] },
  { id: "one copy for overlapping subscriptions", config: ["allow_duplicate_messages false"] },
  { id: "a copy for each overlapping subscription", config: ["allow_duplicate_messages true"] },
  { id: "no delay", config: ["set_tcp_nodelay true"] },
  { id: "no timestamps", config: ["log_timestamp false"] },
  { id: "timestamps with the date in French order", config: ["log_timestamp_format %d/%m/%Y %H:%M:%S"] },
  { id: "timestamps as in ISO 8601", config: ["log_timestamp_format %Y-%m-%dT%H:%M:%S%z"] },
  { id: "timestamps with words", config: ["log_timestamp_format [%A %d %B, %H h %M: %S s]"] },
  { id: "no $SYS", config: ["sys_interval 0"] },
  { id: "no empty client id", config: ["allow_zero_length_clientid false"] },
  { id: "another prefix for made-up client ids", config: ["auto_id_prefix tp made this "] },
  { id: "sessions that expire", config: ["persistent_client_expiration 1h"] },
  { id: "wills and retained of any size, packets of at most 200 kB", config: ["max_packet_size 200000"] },
  { id: "packets of at most 20 kB", config: ["max_packet_size 20000"] },
  { id: "QoS 1 at most", config: ["max_qos 1"] },
  { id: "QoS 0 at most", config: ["max_qos 0"] },
  { id: "nothing retained", config: ["retain_available false"] },
  { id: "an hour of keep alive at most", config: ["max_keepalive 3600"] },
  {
    id: "every log type by name",
    config: [
      "log_type error",
      "log_type warning",
      "log_type notice",
      "log_type information",
      "log_type debug",
      "log_type subscribe",
      "log_type unsubscribe",
    ],
  },
];
