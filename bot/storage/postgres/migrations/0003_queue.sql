-- The same shape as on SQLite.

ALTER TABLE conversations
    ADD COLUMN spoken_by text,
    ADD COLUMN spoken_at timestamptz,
    ADD COLUMN queued_at timestamptz,
    ADD COLUMN reopened_at timestamptz,
    ADD COLUMN closed_at timestamptz,
    ADD COLUMN closed_by text,
    ADD COLUMN closed_why text,
    ADD COLUMN next_term date,
    ADD COLUMN relabel_on date;

UPDATE conversations SET
    queued_at = CASE WHEN handed_over_at IS NOT NULL OR state IN ('handed_over', 'with_human')
            OR urgency <> 'normal' OR owner IS NOT NULL
        THEN coalesce(handed_over_at, changed_at) END,
    -- What is sealed cannot be read here: each is looked at once by the program.
    relabel_on = '0001-01-01'
WHERE chat_index IS NOT NULL;
UPDATE conversations SET spoken_by = last.spoken_by, spoken_at = last.at
FROM (
    SELECT DISTINCT ON (conversation) conversation, at,
        CASE WHEN message_class IS NULL THEN 'person' ELSE 'staff' END AS spoken_by
    FROM lines WHERE message_class IS NULL OR message_class = 'human'
    ORDER BY conversation, number DESC
) AS last
WHERE last.conversation = conversations.id AND chat_index IS NOT NULL;

ALTER TABLE conversations
    ADD COLUMN standing text GENERATED ALWAYS AS (
        CASE WHEN closed_at IS NOT NULL THEN 'closed'
            WHEN queued_at IS NULL THEN 'intake'
            WHEN owner IS NULL THEN 'new'
            WHEN spoken_by = 'staff' THEN 'persons'
            ELSE 'ours' END
    ) STORED,
    ADD COLUMN urgency_rank integer GENERATED ALWAYS AS (
        CASE WHEN closed_at IS NOT NULL THEN 9
            ELSE CASE urgency WHEN 'now' THEN 0 WHEN 'today' THEN 1 ELSE 2 END END
    ) STORED,
    ADD COLUMN waiting_since timestamptz GENERATED ALWAYS AS (
        CASE WHEN closed_at IS NOT NULL THEN closed_at
            WHEN owner IS NULL THEN queued_at
            ELSE coalesce(spoken_at, queued_at) END
    ) STORED;

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

CREATE TABLE traces (
    conversation bigint NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    trace bytea NOT NULL,
    PRIMARY KEY (trace, conversation)
);

CREATE INDEX traces_by_conversation ON traces (conversation);

DROP VIEW terms;
CREATE VIEW terms AS
SELECT id, coalesce(closed_at, changed_at) AS since,
    NOT (handed_over_at IS NULL AND owner IS NULL AND closed_at IS NULL
        AND state <> 'with_human') AS long_term
FROM conversations WHERE chat_index IS NOT NULL;
