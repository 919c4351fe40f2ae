#include "views/disk/RowColours.h"

#include <map>
#include <string_view>

#include "views/disk/DiskNumbers.h"
#include "views/theme/Theme.h"
#include "views/tree/NodeColours.h"

namespace horo::views {

namespace {

/// Labels without a hierarchy: a hue each, even around the wheel in the order of their names.
std::vector<uint32_t> labelColours(const Embedding& embedding, const Theme& theme) {
    std::map<std::string_view, uint32_t> colourOf;
    for (const std::string& label : embedding.labels)
        colourOf.emplace(label, 0);
    double place = 0;
    for (auto& [label, colour] : colourOf) {
        const Rgb rgb = hierarchyColour(360 * place++ / static_cast<double>(colourOf.size()), 0.5,
                                        theme.isDark() ? CanvasKind::Dark : CanvasKind::Light);
        colour = qRgb(rgb.red, rgb.green, rgb.blue);
    }
    std::vector<uint32_t> colours;
    colours.reserve(embedding.labels.size());
    for (const std::string& label : embedding.labels)
        colours.push_back(colourOf.find(label)->second);
    return colours;
}

}  // namespace

std::vector<uint32_t> rowColours(const RowColouring& colouring, const Workspace& workspace,
                                 const Embedding& embedding, const DiskSubject& subject) {
    const Theme theme = colouring.paper ? Theme::builtIn(false) : Theme::current();
    std::vector<uint32_t> colours(subject.size(), theme.colour(Token::PairNeither).rgba());
    if (colouring.colour == "none") return colours;
    if (colouring.colour == "branch") {
        if (!colouring.look)
            return embedding.labels.size() == colours.size() ? labelColours(embedding, theme) : colours;
        const auto byNode = branchColours(*colouring.look, colouring.level, colouring.paper);
        for (uint32_t row = 0; row < colours.size(); ++row)
            if (const Node node = subject.nodeOf(row); node != SpanningTree::none)
                colours[row] = byNode[node];
        return colours;
    }
    const auto values = diskNumberValues(colouring.colour, workspace, embedding, subject);
    return values.empty() ? colours : numberColours(values);
}

}  // namespace horo::views
