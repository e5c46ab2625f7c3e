-- Where the staff group on Telegram speaks of a case. A topic outlives its conversation, until it
-- was deleted on Telegram as well.
CREATE TABLE topics (
    conversation bigint PRIMARY KEY,
    thread bigint,
    header bigint,
    head text NOT NULL DEFAULT '',    -- a digest
    shown integer NOT NULL DEFAULT 0,
    told integer NOT NULL DEFAULT 0,
    leased_until timestamptz NOT NULL DEFAULT '-infinity'
);

CREATE UNIQUE INDEX topics_by_thread ON topics (thread) WHERE thread IS NOT NULL;

ALTER TABLE staff ADD COLUMN telegram bigint;
CREATE UNIQUE INDEX staff_by_telegram ON staff (telegram) WHERE telegram IS NOT NULL;
