// The menus of ScatterView.
#include <QMenu>

#include "views/disk/DiskNumbers.h"
#include "views/kit/MenuChoice.h"
#include "views/scatter/ScatterCanvas.h"
#include "views/scatter/ScatterView.h"

namespace horo::views {

namespace {
constexpr int columnsOffered = 24;
}

void ScatterView::addColumnChoices(QMenu& menu) {
    if (!embedding_ || embedding_->columns() <= 2) return;
    const auto fill = [&](const QString& title, int ScatterSettings::*member) {
        QMenu* columns = menu.addMenu(title);
        const int count = std::min(static_cast<int>(embedding_->columns()), columnsOffered);
        for (int column = 0; column < count; ++column)
            addChoice(*columns, tr("Column %1").arg(column + 1), settings_.*member == column,
                      [this, member, column] {
                          ScatterSettings changed = settings_;
                          changed.*member = column;
                          changed.zoom = 1;
                          change(tr("Show other columns"), changed);
                      });
    };
    fill(tr("To the right"), &ScatterSettings::columnX);
    fill(tr("Upwards"), &ScatterSettings::columnY);
    menu.addSeparator();
}

void ScatterView::addSizeChoices(QMenu& menu) {
    QMenu* sizes = menu.addMenu(tr("Size"));
    const auto offer = [&](const QString& text, const std::string& key) {
        addChoice(*sizes, text, settings_.size == key, [this, key] {
            ScatterSettings changed = settings_;
            changed.size = key;
            change(tr("Size of the marks"), changed);
        });
    };
    offer(tr("All alike"), {});
    if (!embedding_) return;
    for (const ItemNumber& number : numbers())
        offer(QString::fromStdString(number.name), number.key);
}

void ScatterView::addTrailChoices(QMenu& menu) {
    QMenu* trails = menu.addMenu(tr("Trails"));
    const auto offer = [&](const QString& text, const std::string& id) {
        addChoice(*trails, text, settings_.trails == id, [this, id] {
            ScatterSettings changed = settings_;
            changed.trails = id;
            change(tr("Trails of moved rows"), changed);
        });
    };
    offer(tr("None"), {});
    for (const auto& object : model().workspace().objects) {
        if (!object->madeBy || object->madeBy->method != "compare.moved-rows") continue;
        const auto here = object->madeBy->inputs.find("a");
        if (here == object->madeBy->inputs.end() || here->second != embeddingId_) continue;
        const auto there = model().workspace().find(object->madeBy->inputs.at("b"));
        offer(there ? tr("From %1").arg(QString::fromStdString(there->name))
                    : QString::fromStdString(object->name),
              object->id);
    }
    if (trails->actions().size() == 1)
        trails->addAction(tr("\"List moved rows\" makes some"))->setEnabled(false);
}

void ScatterView::fillSettingsMenu(QMenu& menu) {
    addColumnChoices(menu);
    addSizeChoices(menu);
    addTrailChoices(menu);
    const auto toggle = [&](const QString& text, bool ScatterSettings::*member) {
        addChoice(menu, text, settings_.*member, [this, member] {
            ScatterSettings changed = settings_;
            changed.*member = !(changed.*member);
            change(tr("Show or hide in the scatter"), changed);
        });
    };
    toggle(tr("Labels"), &ScatterSettings::labels);
    toggle(tr("Density"), &ScatterSettings::density);
    toggle(tr("Contours"), &ScatterSettings::contours);
    toggle(tr("Hull of the selection"), &ScatterSettings::hull);
    if (embedding_ && embedding_->method == "embed.order")
        toggle(tr("Corner of the focus"), &ScatterSettings::cone);
    menu.addSeparator();
    menu.addAction(tr("Frame the selection\tF"), this, &ScatterView::frameSelection);
    menu.addAction(tr("Home\tH"), this, &ScatterView::home);
}

}  // namespace horo::views
