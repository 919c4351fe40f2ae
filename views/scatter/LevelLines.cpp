#include "views/scatter/LevelLines.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace horo::views {

namespace {

/// One field at one level; sides of its squares are numbered so that neighbours share them.
class LevelTracer {
public:
    LevelTracer(std::span<const float> field, int columns, float level)
        : field_(field), columns_(columns), level_(level) {}

    void addSquare(int i, int j) {
        const std::array<bool, 5> above{isAbove(i, j), isAbove(i + 1, j), isAbove(i + 1, j + 1),
                                        isAbove(i, j + 1), isAbove(i, j)};
        const std::array<size_t, 4> sides{across(i, j), down(i + 1, j), across(i, j + 1), down(i, j)};
        // Around the square clockwise, a line enters where the height falls below the level and leaves where
        // it rises above.
        std::array<size_t, 2> from{}, to{};
        size_t entries = 0, exits = 0;
        for (size_t side = 0; side < 4; ++side) {
            if (above[side] && !above[side + 1]) from[entries++] = side;
            if (!above[side] && above[side + 1]) to[exits++] = side;
        }
        if (entries == 0) return;
        if (entries == 1) {
            next_[sides[from[0]]] = sides[to[0]];
            return;
        }
        // A saddle: each line goes to the next side where the middle is above, to the one before where not.
        const bool joined = at(i, j) + at(i + 1, j) + at(i + 1, j + 1) + at(i, j + 1) > 4 * level_;
        for (const size_t side : from)
            next_[sides[side]] = sides[(side + (joined ? 1 : 3)) % 4];
    }

    std::vector<std::vector<QPointF>> lines() {
        std::vector<std::vector<QPointF>> all;
        while (!next_.empty()) {
            std::vector<QPointF>& line = all.emplace_back();
            for (auto step = next_.begin(); step != next_.end();) {
                const size_t to = step->second;
                line.push_back(place(step->first));
                next_.erase(step);
                step = next_.find(to);
            }
        }
        return all;
    }

private:
    size_t index(int i, int j) const {
        return static_cast<size_t>(j) * static_cast<size_t>(columns_) + static_cast<size_t>(i);
    }
    float at(int i, int j) const { return field_[index(i, j)]; }
    bool isAbove(int i, int j) const { return at(i, j) > level_; }
    size_t across(int i, int j) const { return 2 * index(i, j); }    ///< from (i, j) to the right
    size_t down(int i, int j) const { return 2 * index(i, j) + 1; }  ///< from (i, j) downwards

    QPointF place(size_t side) const {
        const size_t begin = side / 2, end = begin + (side % 2 ? static_cast<size_t>(columns_) : 1);
        const double t = static_cast<double>(level_ - field_[begin]) / (field_[end] - field_[begin]);
        const QPointF start(static_cast<double>(begin % static_cast<size_t>(columns_)),
                            static_cast<double>(begin / static_cast<size_t>(columns_)));
        return start + (side % 2 ? QPointF(0, t) : QPointF(t, 0));
    }

    std::span<const float> field_;
    int columns_;
    float level_;
    std::unordered_map<size_t, size_t>
        next_;  ///< the side that a line leaves a square by, of that it enters by
};

}  // namespace

std::vector<std::vector<QPointF>> levelLines(std::span<const float> field, int columns, int lines,
                                             float level) {
    LevelTracer tracer(field, columns, level);
    for (int j = 0; j + 1 < lines; ++j)
        for (int i = 0; i + 1 < columns; ++i)
            tracer.addSquare(i, j);
    return tracer.lines();
}

}  // namespace horo::views
