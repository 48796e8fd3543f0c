"""The id of a record of any family. It stands apart from the families' own because making so large a union takes as
long as making all of them, and nothing that loads the data needs it.
"""

from __future__ import annotations

from typing import TypeAlias

from ._ids import ActorId, CheckId, ClaimId, EventId, FigureId, QuoteId, SourceId, TermId

RecordId: TypeAlias = ActorId | EventId | QuoteId | TermId | FigureId | ClaimId | CheckId | SourceId
"""The id of a record of any family."""
