// Changes by hand take the place of what they change.
#pragma once

#include "core/annotation/changes.h"
#include "core/data/workspace.h"

namespace horo {

/// Changes a hierarchy or an embedding of the workspace. Views, selections and later runs see the changed one
/// under the same id and name; what it was stays as an object of its own, "NAME as it was", which earlier
/// results say they were made from. Further changes join the first ones, so that there are only these two,
/// and the changed one is made from the other by annotate.hierarchy or annotate.embedding, to be replayed.
/// Errors: no such object, of another kind; those of `changed`; the workspace is then as before.
HOROCYCLE_EXPORT Result<void> changeInPlace(Workspace& workspace, const std::string& id,
                                            const std::vector<Change>& changes);

}  // namespace horo
