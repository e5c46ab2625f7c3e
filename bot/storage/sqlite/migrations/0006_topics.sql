-- Where the staff group on Telegram speaks of a case. A topic outlives its conversation, until it
-- was deleted on Telegram as well.
CREATE TABLE topics (
    conversation INTEGER PRIMARY KEY,
    thread INTEGER,
    header INTEGER,
    head TEXT NOT NULL DEFAULT '',    -- a digest
    shown INTEGER NOT NULL DEFAULT 0,
    told INTEGER NOT NULL DEFAULT 0,
    leased_until REAL NOT NULL DEFAULT 0
);

CREATE UNIQUE INDEX topics_by_thread ON topics (thread) WHERE thread IS NOT NULL;

ALTER TABLE staff ADD COLUMN telegram INTEGER;
CREATE UNIQUE INDEX staff_by_telegram ON staff (telegram) WHERE telegram IS NOT NULL;
