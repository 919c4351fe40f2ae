// What a scatter shows: points of a plane with colours and sizes, by row of the embedding.
#pragma once

#include <memory>
#include <vector>

#include "core/data/embedding.h"
#include "views/disk/DiskSubject.h"
#include "views/scatter/PointGrid.h"
#include "views/scatter/Trails.h"

namespace horo::views {

struct ScatterSubject {
    DiskSubject rows;  ///< items, their nodes, colours, what is selected; its own points are not used
    std::vector<float> x, y;
    std::vector<uint32_t> order;  ///< place of each row in a fair order (FairOrder.h)
    std::vector<uint8_t> radii;   ///< of each mark, in quarters of a pixel
    PointGrid grid;
    Trails trails;

    /// What painting asks of a point, together: rows lie anywhere in memory, points of one cell side by side.
    struct Mark {
        uint32_t colour, place;
        uint8_t radius;
        bool selected;
    };
    /// One for each point of the grid, in its order. To be called once points, colours, radii or what is
    /// selected changed.
    void gatherMarks();
    std::vector<Mark> marks;

    ScatterSubject() = default;
    explicit ScatterSubject(DiskSubject rows);

    size_t size() const { return rows.size(); }
    /// Takes two columns of an embedding of the same items.
    void takePoints(const Embedding& embedding, int columnX, int columnY);
    /// Radii that tell numbers, one a row, smallest 1.5 and largest 6 pixels by area; rows without a number
    /// are smallest. Empty: radii by subtree where rows are nodes, else alike and smaller the more there are.
    void takeSizes(const std::vector<double>& numbers);
};

}  // namespace horo::views
