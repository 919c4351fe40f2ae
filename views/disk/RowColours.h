// The colours of the rows of an embedding.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/data/workspace.h"
#include "views/disk/DiskSubject.h"
#include "views/workspace/HierarchyLook.h"

namespace horo::views {

struct RowColouring {
    std::string colour = "branch";        ///< "branch", "none" or a key of diskNumbers
    int level = 2;                        ///< level whose branches get hues
    const HierarchyLook* look = nullptr;  ///< of the subject's tree; null where it has none
    bool paper = false;                   ///< for a figure, not for the theme
};

/// ARGB of each row; grey where it has no colour.
std::vector<uint32_t> rowColours(const RowColouring& colouring, const Workspace& workspace,
                                 const Embedding& embedding, const DiskSubject& subject);

}  // namespace horo::views
