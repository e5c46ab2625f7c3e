-- The same shape as on SQLite.
CREATE TABLE deliveries (
    line bigint NOT NULL REFERENCES lines (id) ON DELETE CASCADE,
    part integer NOT NULL,
    attempt integer NOT NULL,
    stage text NOT NULL,
    at timestamptz NOT NULL,
    reason text,
    message bytea,
    PRIMARY KEY (line, part)
);

CREATE INDEX deliveries_by_message ON deliveries (message) WHERE message IS NOT NULL;
