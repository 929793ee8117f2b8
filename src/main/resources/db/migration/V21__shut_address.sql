-- Addresses whose member has left or was shut out, as hashes: the settings and open admission let them in no more, a code does.
CREATE TABLE shut_address (
    address TEXT   NOT NULL PRIMARY KEY,
    shut_at BIGINT NOT NULL
);
