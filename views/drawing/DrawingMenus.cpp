// The menus of DrawingView.
#include <QMenu>

#include "views/drawing/DrawingView.h"
#include "core/data/item_numbers.h"

namespace horo::views {

namespace {

QString capitalised(const std::string& name) {
    QString text = QString::fromStdString(name);
    if (!text.isEmpty()) text.front() = text.front().toUpper();
    return text;
}

}  // namespace

void DrawingView::fillLayoutMenu(QMenu& menu) {
    menu.clear();
    for (const std::string& layout : Drawing::layouts()) {
        QAction* action = menu.addAction(Drawing::make(layout)->title(), this, [this, layout] {
            DrawingSettings changed = settings_;
            changed.layout = layout;
            change(tr("Draw in another way"), changed);
        });
        action->setCheckable(true);
        action->setChecked(settings_.layout == layout);
    }
}

void DrawingView::fillColourMenu(QMenu& menu) {
    menu.clear();
    if (!hierarchy_) return;
    const auto add = [&](const QString& text, const std::string& colour, int level) {
        QAction* action = menu.addAction(text, this, [this, colour, level] {
            DrawingSettings changed = settings_;
            changed.colour = colour, changed.level = level;
            change(tr("Colour the drawing"), changed);
        });
        action->setCheckable(true);
        action->setChecked(settings_.colour == colour && (colour != "branch" || level == this->level()));
    };
    for (int level = 1; level <= std::min(tree().maxDepth(), 8); ++level)
        add(tr("Branch, level %1").arg(level), "branch", level);
    menu.addSeparator();
    add(tr("Depth"), "depth", settings_.level);
    for (const ItemNumber& number : itemNumbers(model().workspace(), *hierarchy_->items()))
        add(capitalised(number.name), number.key, settings_.level);
    menu.addSeparator();
    add(tr("None"), "none", settings_.level);
}

void DrawingView::fillSettingsMenu(QMenu& menu) {
    if (!hierarchy_) return;
    const auto choice = [&](const QString& text, bool chosen, const QString& what, auto edit) {
        QAction* action = menu.addAction(text, this, [this, what, edit] {
            DrawingSettings changed = settings_;
            edit(changed);
            change(what, changed);
        });
        action->setCheckable(true);
        action->setChecked(chosen);
    };
    const auto size = [&](const QString& text, const std::string& key) {
        choice(text, settings_.size == key, tr("Size the drawing"), [key](DrawingSettings& s) { s.size = key; });
    };
    menu.addSection(tr("Size by"));
    size(tr("Leaves"), "leaves");
    size(tr("Nodes"), "nodes");
    size(tr("Equal among siblings"), "equal");
    for (const ItemNumber& number : itemNumbers(model().workspace(), *hierarchy_->items()))
        size(capitalised(number.name), number.key);
    menu.addSection(tr("Additional parents"));
    const auto extra = [&](const QString& text, ExtraParents value) {
        choice(text, settings_.extra == value, tr("Additional parents"),
               [value](DrawingSettings& s) { s.extra = value; });
    };
    extra(tr("Not shown"), ExtraParents::None);
    extra(tr("Of what is selected"), ExtraParents::OfSelection);
    extra(tr("All, %1 nodes").arg(hierarchy_->multiParentCount()), ExtraParents::All);
    menu.addSeparator();
    choice(tr("Labels"), settings_.labels, tr("Show or hide labels"), [](DrawingSettings& s) { s.labels = !s.labels; });
    menu.addSeparator();
    menu.addAction(tr("Frame the selection\tF"), this, &DrawingView::frameSelection);
    menu.addAction(tr("Home\tH"), this, &DrawingView::home);
}

}  // namespace horo::views
