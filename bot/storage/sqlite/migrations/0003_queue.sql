-- Where a case stands for staff, so that a queue of a hundred thousand is read by its index.

ALTER TABLE conversations ADD COLUMN spoken_by TEXT;      -- person or staff; the program is neither
ALTER TABLE conversations ADD COLUMN spoken_at TEXT;
ALTER TABLE conversations ADD COLUMN queued_at TEXT;      -- since when staff are needed
ALTER TABLE conversations ADD COLUMN reopened_at TEXT;
ALTER TABLE conversations ADD COLUMN closed_at TEXT;
ALTER TABLE conversations ADD COLUMN closed_by TEXT;
ALTER TABLE conversations ADD COLUMN closed_why TEXT;     -- a code
ALTER TABLE conversations ADD COLUMN next_term TEXT;      -- the first day on which a right may be lost
ALTER TABLE conversations ADD COLUMN relabel_on TEXT;     -- when the days alone may change the labels

UPDATE conversations SET queued_at = coalesce(handed_over_at, changed_at)
WHERE chat_index IS NOT NULL
    AND (handed_over_at IS NOT NULL OR state IN ('handed_over', 'with_human')
        OR urgency <> 'normal' OR owner IS NOT NULL);
UPDATE conversations SET (spoken_by, spoken_at) = (
    SELECT CASE WHEN l.message_class IS NULL THEN 'person' ELSE 'staff' END, l.at FROM lines l
    WHERE l.conversation = conversations.id
        AND (l.message_class IS NULL OR l.message_class = 'human')
    ORDER BY l.number DESC LIMIT 1
) WHERE chat_index IS NOT NULL;
-- What is sealed cannot be read here: each is looked at once by the program.
UPDATE conversations SET relabel_on = '0001-01-01' WHERE chat_index IS NOT NULL;

ALTER TABLE conversations ADD COLUMN standing TEXT GENERATED ALWAYS AS (
    CASE WHEN closed_at IS NOT NULL THEN 'closed'
        WHEN queued_at IS NULL THEN 'intake'
        WHEN owner IS NULL THEN 'new'
        WHEN spoken_by = 'staff' THEN 'persons'
        ELSE 'ours' END
) VIRTUAL;
ALTER TABLE conversations ADD COLUMN urgency_rank INTEGER GENERATED ALWAYS AS (
    CASE WHEN closed_at IS NOT NULL THEN 9
        ELSE CASE urgency WHEN 'now' THEN 0 WHEN 'today' THEN 1 ELSE 2 END END
) VIRTUAL;
ALTER TABLE conversations ADD COLUMN waiting_since TEXT GENERATED ALWAYS AS (
    CASE WHEN closed_at IS NOT NULL THEN closed_at
        WHEN owner IS NULL THEN queued_at
        ELSE coalesce(spoken_at, queued_at) END
) VIRTUAL;

CREATE INDEX conversations_open ON conversations (urgency_rank, waiting_since, id)
    WHERE queued_at IS NOT NULL AND closed_at IS NULL;
CREATE INDEX conversations_by_standing
    ON conversations (standing, urgency_rank, waiting_since, id);
CREATE INDEX conversations_by_owner ON conversations (owner, urgency_rank, waiting_since, id)
    WHERE owner IS NOT NULL;
CREATE INDEX conversations_by_code
    ON conversations (process_code, urgency_rank, waiting_since, id)
    WHERE queued_at IS NOT NULL AND closed_at IS NULL;
CREATE INDEX conversations_by_term ON conversations (next_term) WHERE next_term IS NOT NULL;
CREATE INDEX conversations_to_relabel ON conversations (relabel_on) WHERE relabel_on IS NOT NULL;

-- Blind index of how a person can be found: name, telephone number, mail.
CREATE TABLE traces (
    conversation INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    trace BLOB NOT NULL,
    PRIMARY KEY (trace, conversation)
) WITHOUT ROWID;

CREATE INDEX traces_by_conversation ON traces (conversation);

-- The term of a case that was closed counts from its closing.
DROP VIEW terms;
CREATE VIEW terms AS
SELECT id, coalesce(closed_at, changed_at) AS since,
    NOT (handed_over_at IS NULL AND owner IS NULL AND closed_at IS NULL
        AND state <> 'with_human') AS long_term
FROM conversations WHERE chat_index IS NOT NULL;
