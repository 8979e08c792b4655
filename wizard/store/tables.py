"""The tables. Only `migrations/` makes or alters them; a test compares the two."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
)

_NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
# What is kept, on both databases and in every copy; and what only passes through PostgreSQL.
METADATA, PASSING = MetaData(naming_convention=_NAMES), MetaData(naming_convention=_NAMES)

_HASH = LargeBinary(32)

# `revision` rises by one with each save; an answer carries the revision that wrote it.
# `adviser_hash` is empty until somebody asks for a link to give to an adviser.
# `renewed_from` is the day that the case had before it was given a later one.
# `marked_on` is the day that it was marked for deletion; use since then makes the mark void.
CASES = Table(
    "cases",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("link_hash", _HASH, nullable=False, unique=True),
    Column("reading_hash", _HASH, nullable=False, unique=True),
    Column("adviser_hash", _HASH),
    Column("revision", Integer, nullable=False),
    Column("municipality", String(4), nullable=False),
    Column("as_of", Date, nullable=False),
    Column("language", String(2), nullable=False),
    Column("figures", JSON, nullable=False),
    Column("versions", JSON, nullable=False),
    Column("priorities", JSON(none_as_null=True)),
    Column("renewed_from", Date),
    Column("created_on", Date, nullable=False),
    Column("used_on", Date, nullable=False, index=True),
    Column("marked_on", Date),
    Index("ix_cases_adviser_hash", "adviser_hash", unique=True),
)

ANSWERS = Table(
    "answers",
    METADATA,
    Column("case_id", ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
    Column("fact", String(80), primary_key=True),
    Column("answer", JSON, nullable=False),
    Column("revision", Integer, nullable=False),
)

TEXTS = Table(
    "texts",
    METADATA,
    Column("case_id", ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
    Column("field", String(40), primary_key=True),
    Column("text", Text, nullable=False),
    Column("revision", Integer, nullable=False),
)

# What an answer was before a revision wrote it anew; `before` is empty where nobody had answered.
HISTORY = Table(
    "history",
    METADATA,
    Column("case_id", ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
    Column("fact", String(80), primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("before", JSON(none_as_null=True)),
    Column("changed_on", Date, nullable=False),
)

# What others than the questionnaire add to a case, each part whole: the adviser's choices
# (`gjennomgang`), how it went (`oppfolging`).
PARTS = Table(
    "parts",
    METADATA,
    Column("case_id", ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
    Column("part", String(20), primary_key=True),
    Column("body", JSON, nullable=False),
    Column("revision", Integer, nullable=False),
)

# Every rulebook that the service has run with: its files as one archive, by their hash. A later
# number came in use later; the oldest have none.
RULEBOOKS = Table(
    "rulebooks",
    METADATA,
    Column("hash", String(64), primary_key=True),
    Column("version", Text, nullable=False),
    Column("name", JSON, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("first_used_on", Date, nullable=False),
    Column("number", Integer),
)

# A paper that was handed out, frozen: what the case said then, and by which rules. The same file
# handed out again is the same row. `rulebook` is a hash: a rulebook made in memory is not kept.
ISSUED = Table(
    "issued",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("case_id", ForeignKey("cases.id", ondelete="CASCADE"), nullable=False),
    Column("sha256", _HASH, nullable=False, index=True),
    Column("issued_on", Date, nullable=False),
    Column("last_on", Date, nullable=False),
    Column("kind", String(40), nullable=False),
    Column("language", String(2), nullable=False),
    Column("format", String(10), nullable=False),
    Column("identity", Text, nullable=False),
    Column("casefile", Text, nullable=False),
    Column("rulebook", String(64), nullable=False),
    UniqueConstraint("case_id", "sha256"),
)

# What is left of a deleted case, so that its link can say so: a hash and a day, nothing else.
GONE = Table(
    "gone",
    METADATA,
    Column("link_hash", _HASH, primary_key=True),
    Column("gone_on", Date, nullable=False),
)

# What the store knows of itself, by name: its own name (`id`), and the day of the last tidying.
UPKEEP = Table(
    "upkeep",
    METADATA,
    Column("name", String(20), primary_key=True),
    Column("value", String(40), nullable=False),
)

# A page that a PDF is to be made of, packed, until whoever asked has it: an hour at the most.
# `maker` is what it must be made with; the lowest `rank` goes first; `tries` counts who has taken
# it. Once `ended`, there is a `pdf` or a `problem`.
RENDERS = Table(
    "renders",
    PASSING,
    Column("id", Uuid, primary_key=True),
    Column("case_id", ForeignKey(CASES.c.id, ondelete="CASCADE")),
    Column("maker", String(64), nullable=False),
    Column("rank", Integer, nullable=False),
    Column("page", LargeBinary, nullable=False),
    Column("asked_at", DateTime(timezone=True), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("taken_by", Uuid),
    Column("ended", Boolean, nullable=False),
    Column("pdf", LargeBinary),
    Column("problem", Text),
)

# The workers that live, each with so many `slots`: how many PDFs it makes at a time.
WORKERS = Table(
    "workers",
    PASSING,
    Column("id", Uuid, primary_key=True),
    Column("maker", String(64), nullable=False),
    Column("slots", Integer, nullable=False),
    Column("seen_at", DateTime(timezone=True), nullable=False),
)
