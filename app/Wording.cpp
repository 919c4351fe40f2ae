#include "app/Wording.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

namespace horo::app {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("Wording", text); }
const QChar minus(0x2212);

}  // namespace

QString countText(size_t count) { return QLocale::c().toString(static_cast<qulonglong>(count)); }

QString numberText(double value) {
    if (!std::isfinite(value)) return QStringLiteral("–");
    const double size = std::abs(value);
    QString text;
    if (value == std::floor(value) && size < 1e7) text = QLocale::c().toString(value, 'f', 0);
    else if (size >= 1e7 || size < 1e-4) text = QString::number(value, 'g', 4);
    else text = QLocale::c().toString(value, 'f', size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 4);
    return text.replace('-', minus);
}

QString durationText(double seconds) {
    if (seconds < 10) return QString::number(seconds, 'f', 1) + tr(" s");
    if (seconds < 100) return QString::number(seconds, 'f', 0) + tr(" s");
    const int minutes = static_cast<int>(std::lround(seconds / 60));
    if (minutes < 100) return tr("%1 min").arg(minutes);
    return tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

QString shortFact(const Object& object) {
    if (const auto hierarchy = object.as<Hierarchy>()) return countText(hierarchy->size());
    if (const auto embedding = object.as<Embedding>()) {
        const bool time = embedding->manifold.kind() == ManifoldKind::Lorentz;
        return QStringLiteral("%1-D").arg(embedding->columns() - (time ? 1 : 0));
    }
    if (const auto table = object.as<Table>()) return countText(table->rows());
    return {};
}

QString iconOf(const Object& object) {
    switch (object.kind()) {
        case Kind::Hierarchy: return QStringLiteral("tree");
        case Kind::Embedding: {
            const auto embedding = object.as<Embedding>();
            return embedding->manifold.isHyperbolic() ? QStringLiteral("disk") : QStringLiteral("scatter");
        }
        case Kind::Table:
        case Kind::Report:
        case Kind::None: break;
    }
    return QStringLiteral("table");
}

QString kindTitle(Kind kind) {
    switch (kind) {
        case Kind::Hierarchy: return tr("hierarchy");
        case Kind::Embedding: return tr("embedding");
        case Kind::Table: return tr("table");
        case Kind::Report: return tr("report");
        case Kind::None: break;
    }
    return {};
}

QStringList provenanceLines(const Workspace& workspace, const Object& object) {
    QStringList lines;
    if (!object.origin.source.empty()) {
        lines << QString::fromStdString(object.origin.source);
        lines << tr("sha256 %1…").arg(QString::fromStdString(object.origin.sha256.substr(0, 12)));
    }
    if (!object.madeBy) return lines;
    for (const auto& [name, id] : object.madeBy->inputs)
        if (const auto input = workspace.find(id)) {
            if (!input->origin.source.empty()) lines << QString::fromStdString(input->origin.source);
            lines << QString::fromStdString(input->name);
        }
    lines << tr("%1, seed %2").arg(QString::fromStdString(object.madeBy->method)).arg(object.madeBy->seed);
    if (object.madeBy->partial) lines << tr("stopped before its end");
    return lines;
}

}  // namespace horo::app
