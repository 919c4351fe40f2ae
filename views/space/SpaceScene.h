// The picture of a space as lists of marks and lines in pixels: no widget, no painter, no GL.
#pragma once

#include <complex>
#include <cstdint>
#include <vector>

#include "views/disk/DiskScene.h"
#include "views/space/SpaceSight.h"

namespace horo::views {

/// What a space shows: the rows with tree, colours and selection, and where they lie.
struct SpaceSubject {
    DiskSubject rows;  ///< its own points stay empty
    SpacePoints points;
    SpaceAxes axes;
};

struct SpaceMark {
    float x = 0, y = 0, depth = 0;
    float radius = 0;     ///< pixels
    uint32_t colour = 0;  ///< ARGB
    uint32_t row = 0;
    bool selected = false;
};

struct SpaceLine {
    uint32_t first = 0, count = 0;  ///< of SpaceScene::pixels
    float depth = 0, width = 0;
    uint32_t colour = 0;
    bool selected = false;
};

/// Marks and lines from far to near, each; those selected last.
struct SpaceScene {
    std::vector<SpaceMark> marks;
    std::vector<SpaceLine> lines;
    std::vector<SpaceLine> mesh;  ///< below everything
    std::vector<std::complex<double>> pixels;
    size_t total = 0, totalEdges = 0;
    uint32_t focus = DiskSubject::none;
    double width = 0, height = 0;

    /// Calls `line` and `mark` in the order in which they cover each other.
    template <class Line, class Mark>
    void inOrder(Line&& line, Mark&& mark) const {
        size_t next = 0;
        for (const SpaceMark& each : marks) {
            for (; next < lines.size() && isBelow(lines[next], each); ++next)
                line(lines[next]);
            mark(each);
        }
        for (; next < lines.size(); ++next)
            line(lines[next]);
    }
    /// The marks about the middle of the view, for what picks marks and places names in a disk.
    DiskScene flat() const;
    /// The frame that `flat` is to be seen in: one unit is one pixel.
    DiskFrame flatFrame() const;

private:
    static bool isBelow(const SpaceLine& line, const SpaceMark& mark) {
        return line.selected != mark.selected ? mark.selected : line.depth <= mark.depth;
    }
};

struct SpaceSceneOptions {
    bool edges = true, mesh = true;
    uint32_t edgeColour = 0xFF9AA1AC;  ///< of the first two levels
    uint32_t meshColour = 0xFFE3E6EB;
    uint32_t canvas = 0xFFFFFFFF;  ///< what is far away fades into it
};

/// Keeps what several frames share (places of rows, the sample in motion).
class SpaceSceneBuilder {
public:
    static constexpr size_t movingLimit = 5000, movingEdges = 3000, stillLimit = 300000, manyEdges = 20000;

    explicit SpaceSceneBuilder(const SpaceSubject& subject) : subject_(subject) {}

    /// To be called when the subject's tree or size changed, or what is selected.
    void subjectChanged() { sample_.clear(); }
    const SpaceScene& build(const SpaceSight& sight, DiskDetail detail, const SpaceSceneOptions& options);
    const SpaceScene& scene() const { return scene_; }

private:
    void addMesh(const SpaceSight& sight, const SpaceSceneOptions& options);
    void addLines(const SpaceSight& sight, DiskDetail detail, const SpaceSceneOptions& options,
                  const std::vector<uint32_t>& rows);
    void addMarks(const SpaceSceneOptions& options, const std::vector<uint32_t>& rows);
    void addCurve(const SpaceSight& sight, SpaceLine line, std::vector<SpaceLine>& to);

    const SpaceSubject& subject_;
    SpaceScene scene_;
    std::vector<uint32_t> sample_;
    size_t sampled_ = 0;  ///< the limit that the sample was taken for
    std::vector<SpacePlace> places_, placed_;
    std::vector<SpaceSeen> seen_;
    SpaceCurve curve_;
};

}  // namespace horo::views
