#include "views/ruler/RulerSources.h"

#include <algorithm>

#include "views/text/TextBehind.h"

namespace horo::views {

namespace {

/// Numbers of an array that has one for each byte.
std::optional<RulerBars> barsOf(const Object& object, size_t bytes) {
    const auto arrays = object.as<Arrays>();
    for (const auto& array : arrays->arrays) {
        const auto* values = std::get_if<std::vector<double>>(&array.values);
        if (!values || values->size() != bytes || values->empty()) continue;
        const double most = *std::ranges::max_element(*values);
        return RulerBars{QString::fromStdString(array.name), QString::fromStdString(object.name), arrays,
                         values, most > 0 ? most : 1};
    }
    return {};
}

}  // namespace

std::vector<std::shared_ptr<const Object>> segmentationsOf(const Workspace& workspace, const Object& text) {
    std::vector<std::shared_ptr<const Object>> all;
    for (const auto& object : workspace.objects)
        if (object->kind() == Kind::Segmentation)
            if (const auto source = textBehind(workspace, object); source && source->id == text.id)
                all.push_back(object);
    return all;
}

RulerSubject rulerSubject(const Workspace& workspace, const Object& text, const RulerSettings& settings,
                          const RulerSubject& known) {
    RulerSubject subject;
    subject.text = text.as<Text>();
    for (const auto& object : segmentationsOf(workspace, text)) {
        const auto cut = object->as<Segmentation>();
        if (settings.hidden.contains(object->id) || cut->levels.empty()) continue;
        const auto same = std::ranges::find_if(known.tracks, [&](const RulerTrack& track) {
            return track.cut().segmentation() == cut.get() && known.text == subject.text;
        });
        const auto units =
            same != known.tracks.end() ? same->shared() : std::make_shared<const UnitText>(cut, subject.text);
        if (units->isOfLabels()) continue;
        const auto chosen = settings.levels.find(object->id);
        const size_t level = chosen == settings.levels.end()
                                 ? 0
                                 : std::min(static_cast<size_t>(chosen->second), cut->levels.size() - 1);
        subject.tracks.emplace_back(object->id, QString::fromStdString(object->name), units, level);
    }
    for (const auto& object : workspace.objects)
        if (object->kind() == Kind::Arrays)
            if (const auto source = textBehind(workspace, object); source && source->id == text.id)
                if (auto bars = barsOf(*object, subject.text->bytes.size())) subject.bars.push_back(*bars);
    return subject;
}

}  // namespace horo::views
