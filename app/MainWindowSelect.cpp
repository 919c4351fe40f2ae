// The selection as the window commands it.
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMenu>
#include <set>

#include "app/DockArea.h"
#include "app/InspectorPanel.h"
#include "app/MainWindow.h"
#include "app/SelectBar.h"
#include "app/WorkspacePanel.h"
#include "core/annotation/change_in_place.h"
#include "core/base/file.h"
#include "core/data/tag_table.h"
#include "core/io/reader.h"
#include "core/io/writer.h"
#include "core/query/item_facts.h"

namespace horo::app {

using namespace views;

namespace {

constexpr size_t mostOffered = 2000;  ///< names in a list to choose from; others can be typed

using Names = std::vector<std::string>;

Names selectedNames(const Object& object, const Selection& selection) {
    const auto hierarchy = object.as<Hierarchy>();
    const auto embedding = object.as<Embedding>();
    const Items& items = hierarchy ? *hierarchy->items() : *embedding->items;
    Names names;
    for (const ItemId id : selection.ids())
        if (const auto row = items.rowOf(id)) names.push_back(items.name(*row));
    return names;
}

/// Of what is selected the nodes that stand below no other of it: these move, and what is below goes with
/// them.
Names topmostNames(const Hierarchy& hierarchy, const Selection& selection) {
    const auto isSelected = [&](Node v) { return selection.contains(hierarchy.items()->id(v)); };
    Names names;
    for (const ItemId id : selection.ids())
        if (const auto row = hierarchy.items()->rowOf(id))
            if (const auto node = static_cast<Node>(*row);
                std::ranges::none_of(hierarchy.parents(node), isSelected))
                names.push_back(hierarchy.name(node));
    return names;
}

}  // namespace

void MainWindow::fillSelectMenu(QMenu* select) {
    addCommand(select, tr("Select where..."), QKeySequence("Ctrl+Shift+F"), [this] { selectWhere(); });
    select->addSeparator();
    const std::pair<QString, Relation> relations[] = {{tr("Select all below"), Relation::Descendants},
                                                      {tr("Select all above"), Relation::Ancestors},
                                                      {tr("Select the children"), Relation::Children},
                                                      {tr("Select the parents"), Relation::Parents},
                                                      {tr("Select the siblings"), Relation::Siblings},
                                                      {tr("Select the same level"), Relation::SameLevel},
                                                      {tr("Select the leaves below"), Relation::LeavesBelow}};
    for (const auto& [text, relation] : relations)
        addCommand(select, text, {}, [this, relation = relation] { selectRelatives(relation); });
    addCommand(select, tr("Select everything else"), QKeySequence("Ctrl+I"), [this] {
        const auto object = selectedFrom();
        const auto facts = object ? ItemFacts::of(model_.workspace(), *object) : nullptr;
        if (!facts) return note(tr("Open a hierarchy or an embedding first."));
        const auto ids = facts->items().ids();
        model_.select(
            Selection({ids.begin(), ids.end()}, "command").without(model_.selection().ids(), "command"));
    });
    addCommand(select, tr("Nearest to a vector..."), QKeySequence("Ctrl+Shift+V"), [this] {
        const auto object = selectedFrom();
        docks_->showPanel("inspector");
        inspector_->askVector(object && object->kind() == Kind::Embedding ? object->id : std::string());
    });
    select->addSeparator();
    addCommand(select, tr("Keep the selection..."), QKeySequence("Ctrl+P"), [this] { keepSelection(); });
    addCommand(select, tr("Relabel the selected..."), {}, [this] { relabelSelection(); });
    addCommand(select, tr("Move the selected below..."), {}, [this] { moveSelection(); });
    addCommand(select, tr("Export tags..."), {}, [this] { exportTags(); });
    addCommand(select, tr("Import tags..."), {}, [this] { importTags(); });
    addCommand(select, tr("Clear the selection"), QKeySequence("Ctrl+Shift+A"),
               [this] { model_.select(Selection({}, "command")); });
}

std::shared_ptr<const Object> MainWindow::selectedFrom() const {
    const auto hasItems = [](const std::shared_ptr<const Object>& object) {
        return object && (object->kind() == Kind::Hierarchy || object->kind() == Kind::Embedding);
    };
    const Workspace& workspace = model_.workspace();
    if (const auto current = workspace.find(workspacePanel_->currentObject()); hasItems(current))
        return current;
    for (const auto& object : workspace.objects)
        if (hasItems(object)) return object;
    return nullptr;
}

void MainWindow::selectWhere() {
    const auto object = selectedFrom();
    selectBar_->open(object ? object->id : std::string());
}

void MainWindow::selectRelatives(Relation relation) {
    if (model_.selection().empty()) return note(tr("Select a node first."));
    std::vector<ItemId> ids;
    for (const auto& object : model_.workspace().objects) {
        const auto hierarchy = object->as<Hierarchy>();
        if (!hierarchy) continue;
        std::vector<Node> nodes;
        for (const ItemId id : model_.selection().ids())
            if (const auto row = hierarchy->items()->rowOf(id)) nodes.push_back(static_cast<Node>(*row));
        for (const Node v : relatives(*hierarchy, nodes, relation))
            ids.push_back(hierarchy->items()->id(v));
    }
    if (ids.empty()) return note(tr("There are none."));
    model_.select(Selection(std::move(ids), "command", model_.selection().focus()));
}

void MainWindow::keepSelection() {
    if (model_.selection().empty()) return note(tr("Select something first, then keep it under a name."));
    bool accepted = false;
    const QString name = QInputDialog::getText(this, tr("Keep the selection"), tr("Name"), QLineEdit::Normal,
                                               tr("%1 items").arg(model_.selection().size()), &accepted);
    if (!accepted || name.trimmed().isEmpty()) return;
    model_.edit(tr("Keep selection"), [&](Workspace& workspace) {
        workspace.kept.emplace_back(name.trimmed().toStdString(), workspace.selection);
    });
}

void MainWindow::change(const std::string& id, const std::vector<Change>& changes) {
    Workspace after = model_.workspace();
    if (const auto done = changeInPlace(after, id, changes); !done)
        return report(tr("The change was not made"), done.error());
    const bool one = changes.size() == 1;
    const QString what =
        one ? QString::fromStdString(changes.front().item) : tr("%1 items").arg(changes.size());
    const bool moves = !changes.empty() && changes.front().what == Change::What::Move;
    model_.edit(moves ? tr("Move %1").arg(what) : tr("Relabel %1").arg(what),
                [&](Workspace& workspace) { workspace.objects = after.objects; });
}

void MainWindow::relabelSelection() {
    const auto object = selectedFrom();
    std::set<std::string> labels;
    if (const auto embedding = object ? object->as<Embedding>() : nullptr)
        labels.insert(embedding->labels.begin(), embedding->labels.end());
    changeSelection(object, Change::What::Label, {labels.begin(), labels.end()});
}

void MainWindow::moveSelection() {
    std::shared_ptr<const Object> object = selectedFrom();
    if (object && object->kind() != Kind::Hierarchy) object = model_.workspace().hierarchyOf(*object);
    changeSelection(object, Change::What::Move, object ? object->as<Hierarchy>()->items()->names() : Names());
}

void MainWindow::changeSelection(const std::shared_ptr<const Object>& object, Change::What what,
                                 const std::vector<std::string>& known) {
    const bool moves = what == Change::What::Move;
    const Selection& selection = model_.selection();
    const Names names = !object ? Names()
                        : moves ? topmostNames(*object->as<Hierarchy>(), selection)
                                : selectedNames(*object, selection);
    if (names.empty())
        return note(moves ? tr("Select nodes of a hierarchy first, then name their new parent.")
                          : tr("Select rows or nodes first, then give them a label."));
    QStringList offered;
    for (size_t i = 0; i < std::min(known.size(), mostOffered); ++i)
        offered << QString::fromStdString(known[i]);
    const auto count = static_cast<int>(names.size());
    const QString question = (moves ? tr("New parent of %n selected in %1", nullptr, count)
                                    : tr("Label of %n selected in %1", nullptr, count))
                                 .arg(QString::fromStdString(object->name));
    bool accepted = false;
    QString value = QInputDialog::getItem(this, moves ? tr("Move") : tr("Relabel"), question, offered, 0,
                                          true, &accepted);
    if (!moves) value = value.trimmed();
    if (!accepted || (moves && value.isEmpty())) return;
    std::vector<Change> changes;
    for (const std::string& name : names)
        changes.push_back({what, name, value.toStdString()});
    change(object->id, changes);
}

void MainWindow::exportTags() {
    const Table table = tagTable(model_.workspace());
    if (table.rows() == 0) return note(tr("Select something, or keep a selection under a name, first."));
    const QString file = QFileDialog::getSaveFileName(this, tr("Export tags"), QStringLiteral("tags.csv"),
                                                      tr("Tables (*.csv *.tsv)"));
    if (file.isEmpty()) return;
    const auto bytes = payloadBytes(std::make_shared<const Table>(table), Output(file.toStdString()));
    const auto written = bytes ? writeFile(file.toStdString(), *bytes) : Result<void>(bytes.error());
    if (!written) return report(tr("Export tags"), written.error());
    note(tr("%1 items with their tags are in %2.").arg(table.rows()).arg(QFileInfo(file).fileName()));
}

void MainWindow::importTags() {
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Import tags"), {}, tr("Tables by id (*.csv *.tsv)"));
    if (file.isEmpty()) return;
    const auto opened = openSource(file.toStdString(), {Kind::Table});
    if (!opened) return report(tr("Import tags"), opened.error());
    Workspace merged = model_.workspace();
    const auto found = mergeTags(merged, *std::get<std::shared_ptr<const Table>>(opened->payload));
    if (!found) return report(tr("Import tags"), found.error());
    model_.edit(tr("Import tags"), [&](Workspace& workspace) {
        workspace.kept = merged.kept;
        workspace.selection = merged.selection;
    });
    note(tr("Tags of %1 items were merged.").arg(*found));
}

}  // namespace horo::app
