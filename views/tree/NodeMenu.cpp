#include "views/tree/NodeMenu.h"

#include <QInputDialog>
#include <QMenu>
#include <QObject>

#include "core/annotation/changes.h"
#include "views/view/View.h"

namespace horo::views {

void fillNodeMenu(QMenu& menu, View& view, const std::string& hierarchyId, const Hierarchy& hierarchy,
                  Node node) {
    const auto edit = [&](const QString& text, std::map<std::string, std::string> values) {
        // What an earlier edit left in the form must not join in.
        std::map<std::string, std::string> all{
            {"keep", ""},    {"reroot", ""}, {"collapse", ""}, {"cut", "0"}, {"merge_chains", "false"},
            {"sort", "none"}};
        for (auto& [key, value] : values)
            all[key] = value;
        menu.addAction(text, &view, [&view, hierarchyId, all] {
            Q_EMIT view.methodRequested("hierarchy.edit", hierarchyId, all);
        });
    };
    const std::string& name = hierarchy.name(node);
    const QString label = QString::fromStdString(hierarchy.label(node));
    menu.addAction(QObject::tr("Rename %1...").arg(label), &view, [&view, hierarchyId, name, label] {
        bool accepted = false;
        const QString text =
            QInputDialog::getText(&view, QObject::tr("Rename"), QObject::tr("What %1 is called").arg(label),
                                  QLineEdit::Normal, label, &accepted);
        if (accepted && !text.trimmed().isEmpty() && text != label)
            Q_EMIT view.methodRequested(
                "annotate.hierarchy", hierarchyId,
                {{"changes", textOf({{Change::What::Label, name, text.trimmed().toStdString()}})}});
    });
    if (!hierarchy.isRoot(node))
        menu.addAction(QObject::tr("Make %1 a root").arg(label), &view, [&view, hierarchyId, name] {
            Q_EMIT view.methodRequested("annotate.hierarchy", hierarchyId,
                                        {{"changes", textOf({{Change::What::Move, name, {}}})}});
        });
    menu.addSeparator();
    if (!hierarchy.isLeaf(node))
        edit(QObject::tr("Keep only %1 and what is below").arg(label), {{"keep", name}});
    if (!hierarchy.isRoot(node))
        edit(QObject::tr("Hang the hierarchy up at %1").arg(label), {{"reroot", name}});
    if (!hierarchy.isLeaf(node) && !hierarchy.isRoot(node))
        edit(QObject::tr("Collapse %1 into its parent").arg(label), {{"collapse", name}});
    menu.addSeparator();
    const int depth = hierarchy.depth(node);
    if (depth > 0) edit(QObject::tr("Cut below level %1").arg(depth), {{"cut", std::to_string(depth)}});
    if (depth > 0 && !hierarchy.isLeaf(node))
        edit(QObject::tr("Collapse the whole level %1").arg(depth), {{"collapse", std::to_string(depth)}});
    edit(QObject::tr("Merge chains of single children"), {{"merge_chains", "true"}});
    edit(QObject::tr("Sort children by name"), {{"sort", "name"}});
    edit(QObject::tr("Sort children by leaves"), {{"sort", "leaves"}});
}

}  // namespace horo::views
