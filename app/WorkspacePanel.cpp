#include "app/WorkspacePanel.h"

#include <QHeaderView>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

#include "app/Wording.h"
#include "views/kit/Buttons.h"
#include "views/kit/ElidedLabel.h"
#include "views/kit/Ground.h"
#include "views/kit/Label.h"
#include "views/kit/PanelTitle.h"
#include "views/theme/Fonts.h"
#include "views/theme/Icons.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"

namespace horo::app {

using namespace views;

namespace {

constexpr int idRole = Qt::UserRole;
constexpr int keptRole = Qt::UserRole + 1;

struct Group {
    Kind kind;
    const char* title;
};
constexpr std::array groups{Group{Kind::Model, QT_TRANSLATE_NOOP("WorkspacePanel", "Models")},
                            Group{Kind::Hierarchy, QT_TRANSLATE_NOOP("WorkspacePanel", "Hierarchies")},
                            Group{Kind::Embedding, QT_TRANSLATE_NOOP("WorkspacePanel", "Embeddings")},
                            Group{Kind::Images, QT_TRANSLATE_NOOP("WorkspacePanel", "Pictures")},
                            Group{Kind::Trace, QT_TRANSLATE_NOOP("WorkspacePanel", "Traces")},
                            Group{Kind::Text, QT_TRANSLATE_NOOP("WorkspacePanel", "Texts")},
                            Group{Kind::Segmentation, QT_TRANSLATE_NOOP("WorkspacePanel", "Segmentations")},
                            Group{Kind::Table, QT_TRANSLATE_NOOP("WorkspacePanel", "Tables")},
                            Group{Kind::Report, QT_TRANSLATE_NOOP("WorkspacePanel", "Reports")},
                            Group{Kind::Arrays, QT_TRANSLATE_NOOP("WorkspacePanel", "Arrays")}};

}  // namespace

WorkspacePanel::WorkspacePanel(WorkspaceModel& model, QWidget* parent)
    : QWidget(parent), model_(model), tree_(new QTreeWidget(this)), provenance_(new QWidget(this)) {
    setMinimumWidth(metrics::leftDockMinimum);
    setGround(*this, Token::Panel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* title = new PanelTitle(tr("Workspace"), this);
    connect(title->addButton("add", tr("Open a file, folder or source")), &QToolButton::clicked, this,
            &WorkspacePanel::openRequested);
    column->addWidget(title);

    tree_->setColumnCount(2);
    tree_->setHeaderHidden(true);
    tree_->setIndentation(14);
    tree_->setFrameShape(QFrame::NoFrame);
    tree_->setIconSize({metrics::smallIconSize, metrics::smallIconSize});
    tree_->setContextMenuPolicy(Qt::CustomContextMenu);
    tree_->setRootIsDecorated(false);
    tree_->header()->setStretchLastSection(false);
    tree_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    tree_->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    tree_->setAccessibleName(tr("Objects of the workspace"));
    tree_->installEventFilter(this);
    setGround(*tree_, Token::Panel);
    column->addWidget(tree_, 1);
    connect(tree_, &QTreeWidget::currentItemChanged, this, [this] {
        if (rebuilding_) return;
        showProvenance();
        Q_EMIT currentChanged(currentObject());
    });
    connect(tree_, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
        if (const int kept = item->data(0, keptRole).toInt(); kept > 0) {
            const Selection& set = model_.workspace().kept[static_cast<size_t>(kept - 1)].second;
            model_.select(Selection({set.ids().begin(), set.ids().end()}, "workspace", set.focus()));
        } else if (!currentObject().empty()) {
            Q_EMIT activated(currentObject());
        }
    });
    connect(tree_, &QWidget::customContextMenuRequested, this, &WorkspacePanel::showMenu);

    provenanceRows_ = new QVBoxLayout(provenance_);
    provenanceRows_->setContentsMargins(metrics::panelPadding, metrics::controlGap, metrics::panelPadding,
                                        metrics::panelPadding);
    provenanceRows_->setSpacing(4);
    column->addWidget(provenance_);

    connect(&model_, &WorkspaceModel::objectsChanged, this, &WorkspacePanel::rebuild);
    connect(&model_, &WorkspaceModel::liveChanged, this, [this](const std::string& id) {
        if (model_.isLive(id) != live_.contains(id)) rebuild();  // not at every picture
    });
    rebuild();
}

std::string WorkspacePanel::currentObject() const {
    const auto* item = tree_->currentItem();
    return item ? item->data(0, idRole).toString().toStdString() : std::string();
}

void WorkspacePanel::setCurrentObject(const std::string& id) {
    for (QTreeWidgetItemIterator at(tree_); *at; ++at)
        if ((*at)->data(0, idRole).toString().toStdString() == id) tree_->setCurrentItem(*at);
}

void WorkspacePanel::rebuild() {
    const std::string current = currentObject();
    rebuilding_ = true;
    live_.clear();
    tree_->clear();
    const auto& workspace = model_.workspace();
    for (const auto& [kind, name] : groups) {
        QTreeWidgetItem* group = nullptr;
        for (const auto& object : workspace.objects) {
            if (object->kind() != kind) continue;
            if (!group) {
                group = new QTreeWidgetItem(tree_, {tr(name)});
                group->setFlags(Qt::ItemIsEnabled);
                group->setFont(0, views::font(FontRole::Meta));
                group->setForeground(0, colour(Token::T3));
                group->setExpanded(true);
            }
            if (model_.isLive(object->id)) live_.insert(object->id);
            auto* item =
                new QTreeWidgetItem(group, {QString::fromStdString(object->name),
                                            model_.isLive(object->id) ? tr("live") : shortFact(*object)});
            item->setData(0, idRole, QString::fromStdString(object->id));
            item->setIcon(0, icon(iconOf(*object)));
            item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
            item->setForeground(1, colour(model_.isLive(object->id) ? Token::Accent : Token::T3));
            item->setFont(1, views::font(FontRole::Meta));
            item->setToolTip(0, QString::fromStdString(object->name));
            if (object->id == current) tree_->setCurrentItem(item);
            if (kind == Kind::Hierarchy &&
                object == *std::ranges::find_if(workspace.objects, [](const auto& each) {
                    return each->kind() == Kind::Hierarchy;
                }))
                addKept(item);
        }
    }
    rebuilding_ = false;
    showProvenance();
}

void WorkspacePanel::addKept(QTreeWidgetItem* group) {
    const auto& kept = model_.workspace().kept;
    for (size_t i = 0; i < kept.size(); ++i) {
        auto* item = new QTreeWidgetItem(group, {QString::fromStdString(kept[i].first),
                                                 countText(static_cast<qint64>(kept[i].second.size()))});
        item->setData(0, keptRole, static_cast<int>(i + 1));
        item->setIcon(0, icon("pin"));
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setForeground(1, colour(Token::T3));
        item->setFont(1, views::font(FontRole::Meta));
    }
    group->setExpanded(true);
}

void WorkspacePanel::showProvenance() {
    while (QLayoutItem* row = provenanceRows_->takeAt(0)) {
        delete row->widget();
        delete row;
    }
    const auto object = model_.workspace().find(currentObject());
    provenance_->setVisible(object != nullptr);
    if (!object) return;
    auto* name = new ElidedLabel(QString::fromStdString(object->name), FontRole::Title);
    provenanceRows_->addWidget(name);
    if (const QString facts = factLine(*object); !facts.isEmpty())
        provenanceRows_->addWidget(new ElidedLabel(facts, FontRole::Meta, Token::T2));
    for (const QString& line : provenanceLines(model_.workspace(), *object, model_.isLive(object->id)))
        provenanceRows_->addWidget(new ElidedLabel(line, FontRole::Meta, Token::T2));
}

void WorkspacePanel::showMenu(const QPoint& at) {
    const auto* item = tree_->itemAt(at);
    if (!item) return;
    QMenu menu(this);
    const std::string id = item->data(0, idRole).toString().toStdString();
    if (const int kept = item->data(0, keptRole).toInt(); kept > 0) {
        fillKeptMenu(menu, static_cast<size_t>(kept - 1));
    } else if (!id.empty()) {
        menu.addAction(tr("Show"), this, [this, id] { Q_EMIT activated(id); });
        menu.addAction(tr("Rename..."), this, [this, id] { rename(id); });
        menu.addAction(tr("Remove"), this, [this, id] { removeObject(id); });
    }
    if (!menu.isEmpty()) menu.exec(tree_->viewport()->mapToGlobal(at));
}

void WorkspacePanel::fillKeptMenu(QMenu& menu, size_t index) {
    const auto [name, set] = model_.workspace().kept[index];
    const auto combine = [&](const QString& text, auto combined) {
        menu.addAction(text, this, [this, set = set, combined] {
            const Selection& now = model_.selection();
            model_.select(combined(now, set.ids()));
        });
    };
    combine(tr("Select"), [](const Selection&, auto ids) {
        return Selection({ids.begin(), ids.end()}, "workspace");
    });
    combine(tr("Add to the selection (union)"),
            [](const Selection& now, auto ids) { return now.with(ids, "workspace"); });
    combine(tr("Keep only what is in both (intersection)"),
            [](const Selection& now, auto ids) { return now.common(ids, "workspace"); });
    combine(tr("Take out of the selection (minus)"),
            [](const Selection& now, auto ids) { return now.without(ids, "workspace"); });
    menu.addSeparator();
    menu.addAction(tr("Replace by what is selected now"), this, [this, index] {
        model_.edit(tr("Replace a kept selection"),
                    [index](Workspace& workspace) { workspace.kept[index].second = workspace.selection; });
    });
    menu.addAction(tr("Rename..."), this, [this, index, name = name] {
        bool accepted = false;
        const QString text = QInputDialog::getText(this, tr("Rename"), tr("Name"), QLineEdit::Normal,
                                                   QString::fromStdString(name), &accepted);
        if (!accepted || text.trimmed().isEmpty()) return;
        model_.edit(tr("Rename a kept selection"), [&](Workspace& workspace) {
            workspace.kept[index].first = text.trimmed().toStdString();
        });
    });
    menu.addAction(tr("Forget"), this, [this, index] {
        model_.edit(tr("Forget a kept selection"), [index](Workspace& workspace) {
            workspace.kept.erase(workspace.kept.begin() + static_cast<std::ptrdiff_t>(index));
        });
    });
}

void WorkspacePanel::rename(const std::string& id) {
    const auto object = model_.workspace().find(id);
    if (!object) return;
    bool accepted = false;
    const QString name = QInputDialog::getText(this, tr("Rename"), tr("Name"), QLineEdit::Normal,
                                               QString::fromStdString(object->name), &accepted);
    if (!accepted || name.trimmed().isEmpty()) return;
    model_.edit(tr("Rename"), [&](Workspace& workspace) {
        Object renamed = *object;
        renamed.name = name.trimmed().toStdString();
        workspace.replace(std::move(renamed));
    });
}

void WorkspacePanel::removeObject(const std::string& id) {
    model_.edit(tr("Remove"), [&](Workspace& workspace) { workspace.remove(id); });
}

bool WorkspacePanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress && !currentObject().empty()) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_F2) return rename(currentObject()), true;
        if (key == Qt::Key_Delete) return removeObject(currentObject()), true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace horo::app
