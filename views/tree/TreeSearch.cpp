#include "views/tree/TreeSearch.h"

#include <QStringMatcher>
#include <algorithm>

namespace horo::views {

TreeSearch::TreeSearch(const Hierarchy& hierarchy, const SpanningTree& tree)
    : preorder_(tree.preorder().begin(), tree.preorder().end()) {
    ends_.reserve(preorder_.size());
    for (const Node v : preorder_) {
        folded_ += QString::fromStdString(hierarchy.label(v)).toCaseFolded();
        ends_.push_back(folded_.size());
        folded_ += QLatin1Char('\n');
    }
}

std::vector<Node> TreeSearch::find(const QString& text) const {
    std::vector<Node> found;
    const QString part = text.trimmed().toCaseFolded();
    if (part.isEmpty() || part.contains(QLatin1Char('\n'))) return found;
    const QStringMatcher matcher(part);
    for (qsizetype at = matcher.indexIn(folded_); at >= 0;) {
        const auto line = std::lower_bound(ends_.begin(), ends_.end(), at);
        found.push_back(preorder_[static_cast<size_t>(line - ends_.begin())]);
        at = matcher.indexIn(folded_, *line);
    }
    return found;
}

qsizetype matchIn(const QString& label, const QString& part) {
    const QString trimmed = part.trimmed();
    return trimmed.isEmpty() ? -1 : label.indexOf(trimmed, 0, Qt::CaseInsensitive);
}

}  // namespace horo::views
