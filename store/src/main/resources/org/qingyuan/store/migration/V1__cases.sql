-- Where cases, findings and the log are kept. Words with a dollar sign differ by engine.

CREATE TABLE store (
    id ${number} PRIMARY KEY CHECK (id = 1),
    salt ${bytes} NOT NULL,
    proof ${bytes} NOT NULL,
    single_user ${number} NOT NULL
) ${strict};

-- The end of the log. Whoever writes locks this row first, so writers stand in one row and numbers have no gaps.
CREATE TABLE head (
    id ${number} PRIMARY KEY CHECK (id = 1),
    number ${number} NOT NULL,
    hash ${bytes} NOT NULL
) ${strict};

CREATE TABLE campaign (
    name ${text} PRIMARY KEY,
    body ${bytes} NOT NULL
) ${strict};

-- body is null until the import has said how far it is
CREATE TABLE import_run (
    number ${number} PRIMARY KEY,
    id ${text} NOT NULL UNIQUE,
    body ${bytes}
) ${strict};

-- matter, subject and holder are HMACs; times are nanoseconds since 1970, due_at is the highest number where nothing is due
CREATE TABLE case_file (
    id ${text} PRIMARY KEY,
    campaign ${text} NOT NULL REFERENCES campaign (name) DEFERRABLE INITIALLY DEFERRED,
    matter ${bytes} NOT NULL,
    subject ${bytes} NOT NULL,
    state ${text} NOT NULL,
    version ${number} NOT NULL,
    assignee ${text} NOT NULL,
    area ${text} NOT NULL,
    area_wide ${text} NOT NULL,
    area_middle ${text} NOT NULL,
    organisation ${text},
    holder ${bytes},
    opened_at ${number} NOT NULL,
    due_at ${number} NOT NULL,
    body ${bytes} NOT NULL
) ${strict};
CREATE INDEX case_by_state ON case_file (state, due_at, id);
CREATE INDEX case_by_campaign ON case_file (campaign, state, due_at, id);
CREATE INDEX case_by_assignee ON case_file (assignee, state, due_at, id);
CREATE INDEX case_by_area_wide ON case_file (area_wide, state, due_at, id, campaign);
CREATE INDEX case_by_area_middle ON case_file (area_middle, state, due_at, id, campaign);
CREATE INDEX case_by_area ON case_file (area, state, due_at, id, campaign);
CREATE INDEX case_by_organisation ON case_file (organisation, state, due_at, id) WHERE organisation IS NOT NULL;
CREATE INDEX case_by_holder ON case_file (holder, state, due_at, id) WHERE holder IS NOT NULL;
CREATE INDEX case_by_matter ON case_file (matter, opened_at);
CREATE INDEX case_by_subject ON case_file (subject, opened_at);

-- How many cases of a campaign are in a state; kept with each step.
CREATE TABLE tally (
    campaign ${text} NOT NULL,
    state ${text} NOT NULL,
    cases ${number} NOT NULL,
    PRIMARY KEY (campaign, state)
) ${strict};

-- The log. hash is over the hash before, the number and all other columns.
CREATE TABLE step (
    number ${number} PRIMARY KEY,
    case_id ${text} NOT NULL REFERENCES case_file (id) DEFERRABLE INITIALLY DEFERRED,
    version ${number} NOT NULL,
    event ${text} NOT NULL,
    state ${text} NOT NULL,
    at ${number} NOT NULL,
    body ${bytes} NOT NULL,
    hash ${bytes} NOT NULL,
    UNIQUE (case_id, version)
) ${strict};

-- What was read, never changed; apart from by what it is found, which is small and read often.
CREATE TABLE finding (
    number ${number} PRIMARY KEY,
    body ${bytes} NOT NULL
) ${strict};

-- What one import brought for one matter; a case takes it as a whole. key is the HMAC of the matter's key alone, whatever
-- the site; taken = 1 once a case has it or it waits for one.
CREATE TABLE arrival (
    number ${number} PRIMARY KEY,
    brought_by ${number} NOT NULL REFERENCES import_run (number) DEFERRABLE INITIALLY DEFERRED,
    key ${bytes} NOT NULL,
    matter ${bytes} NOT NULL,
    organisation ${text} NOT NULL,
    taken ${number} NOT NULL,
    case_id ${text} REFERENCES case_file (id) DEFERRABLE INITIALLY DEFERRED
) ${strict};
CREATE UNIQUE INDEX arrival_open ON arrival (brought_by, matter, organisation) WHERE taken = 0;
CREATE INDEX arrival_of_key ON arrival (key);
CREATE INDEX arrival_waiting ON arrival (matter, organisation) WHERE taken = 1 AND case_id IS NULL;
CREATE INDEX arrival_of_case ON arrival (case_id) WHERE case_id IS NOT NULL;

-- By what a finding is found. Its id is kept as bytes and is looked for among the arrivals of its key, which it is made
-- from: an index of ids alone would be written all over for every import. revision counts contents of one id from 1.
CREATE TABLE placed (
    number ${number} PRIMARY KEY REFERENCES finding (number) DEFERRABLE INITIALLY DEFERRED,
    id ${bytes} NOT NULL,
    revision ${number} NOT NULL,
    digest ${bytes} NOT NULL,
    arrival ${number} NOT NULL REFERENCES arrival (number) DEFERRABLE INITIALLY DEFERRED,
    opens ${number} NOT NULL,
    start_at ${text} NOT NULL
) ${strict};
CREATE UNIQUE INDEX placed_arrived ON placed (arrival, id, revision);

CREATE TABLE entry (
    id ${text} PRIMARY KEY,
    kind ${text} NOT NULL,
    case_id ${text} REFERENCES case_file (id) DEFERRABLE INITIALLY DEFERRED,
    entry_group ${text} NOT NULL,
    state ${text} NOT NULL,
    version ${number} NOT NULL,
    body ${bytes} NOT NULL
) ${strict};
CREATE INDEX entry_of_case ON entry (case_id, kind, id) WHERE case_id IS NOT NULL;
CREATE INDEX entry_of_group ON entry (kind, entry_group, id);

CREATE TABLE contact (
    kind ${text} NOT NULL,
    id ${bytes} NOT NULL,
    body ${bytes} NOT NULL,
    PRIMARY KEY (kind, id)
) ${strict};

CREATE TABLE deadline (
    case_id ${text} NOT NULL REFERENCES case_file (id) DEFERRABLE INITIALLY DEFERRED,
    purpose ${number} NOT NULL,
    ordinal ${number} NOT NULL,
    at ${number} NOT NULL,
    PRIMARY KEY (case_id, purpose, ordinal)
) ${strict};
CREATE INDEX deadline_due ON deadline (at, case_id, purpose, ordinal);

-- Keys of commands that were carried out, as HMACs.
CREATE TABLE done (
    id ${bytes} PRIMARY KEY
) ${strict};

-- Attachments by SHA-256; empty where they lie in a folder.
CREATE TABLE attachment (
    digest ${bytes} PRIMARY KEY,
    body ${bytes} NOT NULL
) ${strict};
