// What the hover card says about a row of an embedding.
#pragma once

#include "core/data/embedding.h"
#include "views/disk/DiskSubject.h"
#include "views/kit/HoverCard.h"

namespace horo::views {

/// What is known of its node, or its name and class; then its norm and its distance to the row that the
/// selection hangs on, both in the embedding's own manifold.
HoverContent rowCard(const Workspace& workspace, const Embedding& embedding, const DiskSubject& subject,
                     uint32_t row);

}  // namespace horo::views
