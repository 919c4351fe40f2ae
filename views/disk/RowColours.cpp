#include "views/disk/RowColours.h"

#include "views/disk/DiskNumbers.h"
#include "views/theme/Theme.h"
#include "views/tree/NodeColours.h"

namespace horo::views {

std::vector<uint32_t> rowColours(const RowColouring& colouring, const Workspace& workspace,
                                 const Embedding& embedding, const DiskSubject& subject) {
    const Theme theme = colouring.paper ? Theme::builtIn(false) : Theme::current();
    std::vector<uint32_t> colours(subject.size(), theme.colour(Token::PairNeither).rgba());
    if (colouring.colour == "none") return colours;
    if (colouring.colour == "branch") {
        if (!colouring.look) return colours;
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
