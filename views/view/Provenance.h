// Where a picture comes from, in the words of a caption.
#pragma once

#include <QString>

#include "core/data/workspace.h"

namespace horo::views {

/// "Data wordnet:mammal, sha256 7db6f87ff46f…   Method embed.taxonomy 1: dim 2, ..., seed 7, 1 thread,
/// deterministic
///  Horocycle 0.1.0   Again: horocycle-cli replay mammals.horo". `session` may be empty.
QString provenanceText(const Workspace& workspace, const Object& object, const QString& session = {});

}  // namespace horo::views
