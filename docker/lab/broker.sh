#!/bin/sh
# The lab's broker: Mosquitto, with its log in numbered segments, 00000001.log and so on, of which a few are kept.
#
# To go on to the next segment its name is written into the configuration, and SIGHUP has the broker read that. It closes
# the old segment before it creates the new one: a follower who sees segment n+1 knows that segment n is complete. See
# decisions/007.
set -eu
umask 077

LOG=/mosquitto/log
GIVEN=/lab/mosquitto.conf
USED=/tmp/mosquitto.conf
SEGMENT_BYTES=${SEGMENT_BYTES:-4194304}
SEGMENTS=${SEGMENTS:-8}

path_of() { printf '%s/%08d.log' "$LOG" "$1"; }

# Numbers of the segments that there are, the newest first. Leading zeros would make them octal.
segments() { ls "$LOG" | sed -n 's/^0*\([1-9][0-9]*\)\.log$/\1/p' | sort -rn; }

configure() {
  { cat "$GIVEN"; printf 'log_dest file %s\n' "$(path_of "$1")"; } >"$USED.new"
  mv -f "$USED.new" "$USED"
}

# A removed file takes up room for as long as somebody has it open, and a follower may be held up: it is emptied first.
drop_old() {
  segments | tail -n "+$((SEGMENTS + 1))" | while read -r number; do
    : >"$(path_of "$number")"
    rm -f "$(path_of "$number")"
  done
}

rotate() {
  broker=$1
  number=$2
  while sleep 0.5; do
    size=$(wc -c <"$(path_of "$number")") || continue
    [ "$size" -ge "$SEGMENT_BYTES" ] || continue
    number=$((number + 1))
    configure "$number"
    kill -HUP "$broker"
    until [ -e "$(path_of "$number")" ]; do sleep 0.05; done
    drop_old
  done
}

newest=$(segments | head -n 1)
first=$((${newest:-0} + 1))
configure "$first"
drop_old
rotate $$ "$first" &
exec mosquitto -c "$USED"
