// One way to cut a text, as a line of a ruler.
#pragma once

#include <QString>
#include <memory>

#include "views/text/UnitText.h"

namespace horo::views {

/// What the colour of a unit tells.
enum class UnitColour { Bits, Length, None };

/// The units of one level of a segmentation. A unit costs -log2 of its label's share of the level's units.
class RulerTrack {
public:
    RulerTrack(std::string objectId, QString name, std::shared_ptr<const UnitText> cut, size_t level);

    const std::string& objectId() const { return objectId_; }
    const QString& name() const { return name_; }
    const UnitText& cut() const { return *cut_; }
    const std::shared_ptr<const UnitText>& shared() const { return cut_; }
    size_t level() const { return level_; }
    size_t units() const { return cut_->units(level_); }
    uint32_t label(size_t unit) const { return cut_->labelOf(level_, unit); }
    Text::Piece bytesOf(size_t unit) const { return cut_->bytesOf(level_, unit); }
    std::optional<size_t> unitAt(uint64_t byte) const { return cut_->unitAt(level_, byte); }

    double bits(size_t unit) const;
    /// 0 for what is common or short, 1 for the dearest and for what has 32 bytes or more.
    double strength(size_t unit, UnitColour by) const;
    /// The first unit that begins at a byte or behind it; units() where there is none.
    size_t firstFrom(uint64_t byte) const;
    /// Many units seen as one: their mean strength, of at most four of them.
    struct Crowd {
        uint64_t units = 0;
        double strength = 0;
    };
    /// Of the units from `first` up to and without `last`.
    Crowd crowd(size_t first, size_t last, UnitColour by) const;
    /// First bytes of all units with that label.
    std::vector<uint64_t> occurrences(uint32_t label) const;
    /// The next unit with that label behind `unit`, from the start again behind the last one.
    std::optional<size_t> nextWith(uint32_t label, size_t unit) const;

private:
    std::string objectId_;
    QString name_;
    std::shared_ptr<const UnitText> cut_;
    size_t level_;
};

}  // namespace horo::views
