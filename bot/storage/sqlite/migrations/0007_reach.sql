-- Since when a person cannot be reached where they talk, and why.

ALTER TABLE conversations ADD COLUMN unreachable_at TEXT;
ALTER TABLE conversations ADD COLUMN unreachable_why TEXT;     -- a code

CREATE INDEX conversations_out_of_reach ON conversations (unreachable_at)
    WHERE unreachable_at IS NOT NULL;

-- As far as the topic of the case tells.
ALTER TABLE topics ADD COLUMN unreachable_at TEXT;

-- Nobody owes a word to somebody who cannot get it.
DROP VIEW unanswered;
CREATE VIEW unanswered AS
SELECT l.conversation, min(l.number) AS number, min(l.at) AS since
FROM conversations c JOIN lines l ON l.conversation = c.id AND l.epoch = c.epoch
WHERE c.owner IS NOT NULL AND c.closed_at IS NULL AND c.chat_index IS NOT NULL
    AND c.unreachable_at IS NULL
    AND (l.message_class IS NULL OR l.message_class = 'system')
    AND l.number > coalesce((SELECT max(h.number) FROM lines h
        WHERE h.conversation = c.id AND h.message_class = 'human'), 0)
GROUP BY l.conversation;
