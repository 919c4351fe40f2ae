// Lines from where rows were, in another picture of the same items, to where they are.
#pragma once

#include <QPainter>
#include <vector>

#include "core/data/embedding.h"
#include "core/data/table.h"
#include "views/disk/DiskSubject.h"
#include "views/scatter/ScatterFrame.h"

namespace horo::views {

struct Trail {
    uint32_t row = 0;
    float x = 0, y = 0;  ///< where the row was
};

/// Those of the selected rows, or where none is selected of the rows that moved farthest.
struct Trails {
    static constexpr size_t most = 300, mostSelected = 2000;
    std::vector<Trail> all;  ///< farthest first
    std::string from;        ///< what the table of moved rows is called

    /// Of a table that compare.moved-rows made of this embedding, in two of its columns; none where the table
    /// does not hold them.
    static Trails of(const Table& moved, const Embedding& embedding, int columnX, int columnY);

    std::vector<Trail> drawn(const DiskSubject& rows) const;
};

/// Each fades in from where its row was (`x`, `y` are where rows are) in the colour of its mark.
void paintTrails(QPainter& painter, const std::vector<Trail>& trails, const std::vector<float>& x,
                 const std::vector<float>& y, const std::vector<uint32_t>& colours, const ScatterFrame& frame,
                 double unit = 1);

}  // namespace horo::views
