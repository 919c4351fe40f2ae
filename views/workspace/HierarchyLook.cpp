#include "views/workspace/HierarchyLook.h"

#include <map>

#include "views/theme/Theme.h"

namespace horo::views {

std::shared_ptr<const HierarchyLook> HierarchyLook::of(const std::shared_ptr<const Hierarchy>& hierarchy) {
    if (!hierarchy) return nullptr;
    static std::map<const Hierarchy*, std::weak_ptr<const HierarchyLook>> known;
    std::erase_if(known, [](const auto& entry) { return entry.second.expired(); });
    auto& place = known[hierarchy.get()];
    auto look = place.lock();
    if (!look) place = look = std::make_shared<const HierarchyLook>(hierarchy);
    return look;
}

HierarchyLook::HierarchyLook(std::shared_ptr<const Hierarchy> hierarchy)
    : hierarchy_(std::move(hierarchy)), tree_(*hierarchy_), hues_(tree_) {}

std::shared_ptr<const std::vector<Rgb>> HierarchyLook::coloursIn(const Theme& theme, int level) const {
    const QColor text = theme.colour(Token::T1);
    const Rgb neutral{static_cast<uint8_t>(text.red()), static_cast<uint8_t>(text.green()),
                      static_cast<uint8_t>(text.blue())};
    return std::make_shared<const std::vector<Rgb>>(hierarchyColours(
        tree_, hues_, level, theme.isDark() ? CanvasKind::Dark : CanvasKind::Light, neutral));
}

std::shared_ptr<const std::vector<Rgb>> HierarchyLook::colours(int level) const {
    const bool dark = Theme::current().isDark();
    if (!colours_ || level != level_ || dark != dark_) {
        colours_ = coloursIn(Theme::current(), level);
        level_ = level;
        dark_ = dark;
    }
    return colours_;
}

std::shared_ptr<const std::vector<Rgb>> HierarchyLook::paperColours(int level) const {
    return coloursIn(Theme::builtIn(false), level);
}

size_t HierarchyLook::branchesAt(int level) const {
    size_t branches = 0;
    for (const Node v : tree_.preorder())
        branches += tree_.depth(v) == level || (tree_.depth(v) < level && tree_.subtreeSize(v) == 1);
    return branches;
}

QColor HierarchyLook::colour(Node v, int level) const {
    const Rgb rgb = (*colours(level))[v];
    return {rgb.red, rgb.green, rgb.blue};
}

}  // namespace horo::views
