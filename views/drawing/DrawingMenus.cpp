// The menus of DrawingView.
#include <QMenu>

#include "views/drawing/DrawingView.h"
#include "views/kit/Capitalised.h"
#include "views/kit/MenuChoice.h"

namespace horo::views {

void DrawingView::fillLayoutMenu(QMenu& menu) {
    menu.clear();
    for (const std::string& layout : Drawing::layouts()) {
        addChoice(menu, Drawing::make(layout)->title(), settings_.layout == layout, [this, layout] {
            DrawingSettings changed = settings_;
            changed.layout = layout;
            change(tr("Draw in another way"), changed);
        });
    }
}

void DrawingView::fillSettingsMenu(QMenu& menu) {
    if (!hierarchy_) return;
    const auto choice = [&](const QString& text, bool chosen, const QString& what, auto edit) {
        addChoice(menu, text, chosen, [this, what, edit] {
            DrawingSettings changed = settings_;
            edit(changed);
            change(what, changed);
        });
    };
    const auto size = [&](const QString& text, const std::string& key) {
        choice(text, settings_.size == key, tr("Size the drawing"),
               [key](DrawingSettings& s) { s.size = key; });
    };
    menu.addSection(tr("Size by"));
    size(tr("Leaves"), "leaves");
    size(tr("Nodes"), "nodes");
    size(tr("Equal among siblings"), "equal");
    for (const ItemNumber& number : itemNumbers(model().workspace(), *hierarchy_->items()))
        size(capitalised(QString::fromStdString(number.name)), number.key);
    menu.addSection(tr("Additional parents"));
    const auto extra = [&](const QString& text, ExtraParents value) {
        choice(text, settings_.extra == value, tr("Additional parents"),
               [value](DrawingSettings& s) { s.extra = value; });
    };
    extra(tr("Not shown"), ExtraParents::None);
    extra(tr("Of what is selected"), ExtraParents::OfSelection);
    extra(tr("All, %1 nodes").arg(hierarchy_->multiParentCount()), ExtraParents::All);
    menu.addSeparator();
    choice(tr("Labels"), settings_.labels, tr("Show or hide labels"),
           [](DrawingSettings& s) { s.labels = !s.labels; });
    menu.addSeparator();
    menu.addAction(tr("Frame the selection\tF"), this, &DrawingView::frameSelection);
    menu.addAction(tr("Home\tH"), this, &DrawingView::home);
}

}  // namespace horo::views
