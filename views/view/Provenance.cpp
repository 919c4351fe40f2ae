#include "views/view/Provenance.h"

#include <QObject>
#include <QStringList>
#include <set>

#include "core/base/version.h"

namespace horo::views {

namespace {

/// The sources at the far end of an object's provenance.
void collectSources(const Workspace& workspace, const Object& object, std::set<std::string>& seen,
                    QStringList& sources) {
    if (!seen.insert(object.id).second) return;
    if (object.madeBy && !object.madeBy->inputs.empty()) {
        for (const auto& [name, id] : object.madeBy->inputs)
            if (const auto input = workspace.find(id)) collectSources(workspace, *input, seen, sources);
        return;
    }
    if (object.origin.source.empty()) return;
    QString source = QString::fromStdString(object.origin.source);
    if (!object.origin.sha256.empty())
        source +=
            QStringLiteral(", sha256 %1…").arg(QString::fromStdString(object.origin.sha256.substr(0, 12)));
    sources << source;
}

QString methodText(const MadeBy& made) {
    QStringList values;
    for (const auto& [key, value] : made.parameters.items())
        values << QStringLiteral("%1 %2").arg(
            QString::fromStdString(key),
            QString::fromStdString(value.is_string() ? value.get<std::string>() : value.dump()));
    values << QObject::tr("seed %1").arg(made.seed)
           << (made.threads == 1 ? QObject::tr("1 thread") : QObject::tr("%1 threads").arg(made.threads));
    if (made.deterministic) values << QObject::tr("deterministic");
    if (made.partial) values << QObject::tr("stopped before its end");
    return QObject::tr("Method %1 %2: %3")
        .arg(QString::fromStdString(made.method), QString::fromStdString(made.version),
             values.join(QStringLiteral(", ")));
}

}  // namespace

QString provenanceText(const Workspace& workspace, const Object& object, const QString& session) {
    QStringList parts, sources;
    std::set<std::string> seen;
    collectSources(workspace, object, seen, sources);
    if (!sources.isEmpty()) parts << QObject::tr("Data %1").arg(sources.join(QStringLiteral("; ")));
    if (object.madeBy) parts << methodText(*object.madeBy);
    parts << QObject::tr("Horocycle %1").arg(QString::fromStdString(versionText()));
    if (!session.isEmpty()) parts << QObject::tr("Again: horocycle-cli replay %1").arg(session);
    return parts.join(QStringLiteral("   "));
}

}  // namespace horo::views
