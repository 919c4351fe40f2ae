// The picture of a disk as lists of marks and lines: no widget, no painter, no GL.
#pragma once

#include <cstdint>
#include <vector>

#include "views/disk/DiskFrame.h"
#include "views/disk/DiskSubject.h"

namespace horo::views {

struct DiskMark {
    Spot at;
    float radius = 0;     ///< pixels
    uint32_t colour = 0;  ///< ARGB
    uint32_t row = 0;
    bool selected = false;
};

struct DiskLine {
    Spot from, to;
    float width = 0;
    uint32_t colour = 0;
    bool dashed = false;
    bool selected = false;
};

enum class DiskDetail {
    Full,
    Moving,  ///< what stays fluid while the view moves: a sample that keeps every branch, long edges only
};

/// Both lists in painting order, lines below marks.
struct DiskScene {
    std::vector<DiskMark> marks;
    std::vector<DiskLine> lines;
    size_t total = 0, totalEdges = 0;
    uint32_t focus = DiskSubject::none;
    size_t drawn() const { return marks.size(); }
};

struct DiskSceneOptions {
    bool edges = true, extraParents = false;
    uint32_t edgeColour = 0xFF9AA1AC;  ///< of the first two levels
};

/// Keeps what several frames share (places of rows, the sample in motion).
class DiskSceneBuilder {
public:
    static constexpr size_t movingLimit = 5000, movingEdges = 1000;

    explicit DiskSceneBuilder(const DiskSubject& subject) : subject_(subject) {}

    /// To be called when the subject's tree or size changed.
    void subjectChanged();
    /// The sample in motion holds what is selected.
    void selectionChanged() { moving_.clear(); }
    /// Brings the places of some rows up to date, whether the scene draws them or not.
    void freshen(const DiskProjection& projection, const std::vector<uint32_t>& rows);
    const DiskScene& build(const DiskProjection& projection, const DiskFrame& frame, DiskDetail detail,
                           const DiskSceneOptions& options);
    const DiskScene& scene() const { return scene_; }
    /// Where a row stood when the scene was last built; only rows that were drawn are fresh.
    Spot spot(uint32_t row) const { return spots_[row]; }

private:
    void place(const DiskProjection& projection, const std::vector<uint32_t>& rows, bool all);
    void addLines(const DiskFrame& frame, DiskDetail detail, const DiskSceneOptions& options,
                  const std::vector<uint32_t>& rows);
    void addExtraParents(const DiskFrame& frame);
    void addMarks(DiskDetail detail, const std::vector<uint32_t>& rows);

    const DiskSubject& subject_;
    DiskScene scene_;
    std::vector<Spot> spots_, placed_;
    std::vector<uint32_t> moving_;
};

/// Radius of a mark: by its subtree in a tree, by the number drawn elsewhere.
float diskMarkRadius(size_t drawn, uint32_t subtree, bool inTree);
/// Opacity of a leaf or point among `drawn`.
float diskMarkAlpha(size_t drawn);

}  // namespace horo::views
