#include "app/NeighbourPair.h"

#include <QHBoxLayout>
#include <QMenu>
#include <algorithm>

#include "app/InspectorParts.h"
#include "views/kit/Label.h"
#include "views/kit/MenuButton.h"
#include "views/kit/MenuChoice.h"
#include "views/kit/NumberText.h"
#include "views/workspace/ItemPicture.h"

namespace horo::app {

using namespace views;

namespace {
constexpr size_t shown = 8;
}

NeighbourPair::NeighbourPair(WorkspaceModel& model, QWidget* parent) : QWidget(parent), model_(model) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->addWidget(new Label(tr("Neighbours"), FontRole::Title));
    overlap_ = new Label({}, FontRole::Meta, Token::T3);
    overlap_->setToolTip(tr("Share of one list that the other holds too; filled dots are in both"));
    head->addWidget(overlap_, 1, Qt::AlignRight);
    column->addLayout(head);
    auto* lists = new QHBoxLayout;
    lists->setSpacing(14);
    for (Side& side : sides_)
        lists->addWidget(makeSide(side), 1);
    column->addLayout(lists);
}

QWidget* NeighbourPair::makeSide(Side& side) {
    auto* widget = new QWidget;
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    side.how = new MenuButton(tr("Near by"));
    side.how->setCaptionVisible(false);
    auto* menu = new QMenu(side.how);
    side.how->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu, &side] {
        menu->clear();
        const Workspace& workspace = model_.workspace();
        const auto all = nearnessesOf(workspace, to_);
        for (const Nearness& each : all) {
            const QString text = tr("%1, %2").arg(
                nearnessTitle(workspace, each), QString::fromStdString(workspace.find(each.objectId)->name));
            addChoice(*menu, text, shownOn(static_cast<size_t>(&side - sides_.data()), all) == each,
                      [this, &side, each] {
                          side.wanted = each;
                          refresh();
                      });
        }
    });
    side.where = new Label({}, FontRole::Meta, Token::T3);
    side.list = new NeighbourList;
    column->addWidget(side.how, 0, Qt::AlignLeft);
    column->addWidget(side.where);
    column->addWidget(side.list);
    column->addStretch(1);
    connect(side.list, &NeighbourList::chosen, this, &NeighbourPair::chosen);
    connect(side.list, &NeighbourList::hovered, &model_, &WorkspaceModel::hover);
    connect(&model_, &WorkspaceModel::hoverChanged, side.list, &NeighbourList::setHovered);
    return widget;
}

std::optional<Nearness> NeighbourPair::shownOn(size_t place, const std::vector<Nearness>& all) const {
    if (all.empty()) return {};
    const Side& side = sides_[place];
    if (side.wanted && std::ranges::find(all, *side.wanted) != all.end()) return side.wanted;
    const auto preferred = std::ranges::find(all, preferred_, &Nearness::objectId);
    const Nearness first = preferred == all.end() ? all.front() : *preferred;
    if (place == 0) return first;
    // The tree where there is one; else the space that all others come from, which is the oldest.
    return all.back() == first ? std::nullopt : std::optional(all.back());
}

void NeighbourPair::show(const NearTo& to, const std::string& preferred) {
    to_ = to, preferred_ = preferred;
    refresh();
}

void NeighbourPair::refresh() {
    const Workspace& workspace = model_.workspace();
    const auto all = nearnessesOf(workspace, to_);
    for (size_t place = 0; place < sides_.size(); ++place) {
        Side& side = sides_[place];
        const auto nearness = shownOn(place, all);
        side.near = nearness ? nearItems(model_, *nearness, to_, shown) : std::vector<NearItem>();
        side.how->setVisible(nearness.has_value());
        side.how->setValue(nearness ? nearnessTitle(workspace, *nearness) : QString());
        const auto object = nearness ? workspace.find(nearness->objectId) : nullptr;
        side.where->setText(object ? QString::fromStdString(object->name) : QString());
    }
    fill(sides_[0], sides_[1].near), fill(sides_[1], sides_[0].near);
    size_t both = 0;
    for (const NearItem& near : sides_[0].near)
        both +=
            std::ranges::any_of(sides_[1].near, [&](const NearItem& each) { return each.item == near.item; });
    const bool compared = !sides_[0].near.empty() && !sides_[1].near.empty();
    overlap_->setText(
        compared ? tr("overlap %1, k = %2").arg(fixedText(static_cast<double>(both) / shown, 2)).arg(shown)
                 : QString());
}

void NeighbourPair::fill(Side& side, const std::vector<NearItem>& other) {
    std::vector<NeighbourList::Entry> entries;
    for (const NearItem& near : side.near) {
        const ItemFace face = faceOf(model_.workspace(), near.item);
        const bool both =
            std::ranges::any_of(other, [&](const NearItem& each) { return each.item == near.item; });
        const QImage picture = itemPicture(model_.workspace(), near.item);
        entries.push_back({near.item, face.name, near.value, face.colour, both,
                           picture.isNull() ? QPixmap() : QPixmap::fromImage(picture)});
    }
    side.list->setEntries(std::move(entries));
}

}  // namespace horo::app
