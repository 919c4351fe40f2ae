#include "app/Documents.h"

#include <unistd.h>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QSettings>
#include <QStandardPaths>
#include <fstream>

#include "app/PreviewPage.h"
#include "core/base/file.h"
#include "core/session/session.h"

namespace horo::app {

namespace {

constexpr int autosaveSeconds = 20;
constexpr int recentLimit = 12;

QString autosaveFolder() {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/autosave";
    QDir().mkpath(folder);
    return folder;
}

QString ownAutosave() {
    return autosaveFolder() + QStringLiteral("/%1.horo").arg(::getpid());
}

bool isRunning(qint64 process) {
    return QFileInfo::exists(QStringLiteral("/proc/%1/exe").arg(process));
}

/// Numbered rows stay the items that they were, though their file has another checksum by now: what was
/// selected of them, and what was made of them, still speaks of the same.
Payload withNumbersOf(const Payload& before, const Payload& now) {
    const auto* old = std::get_if<std::shared_ptr<const Embedding>>(&before);
    const auto* fresh = std::get_if<std::shared_ptr<const Embedding>>(&now);
    if (!old || !fresh || (*old)->items->space().empty() || (*fresh)->items->space().empty()) return now;
    auto embedding = std::make_shared<Embedding>(**fresh);
    embedding->items = Items::numbered(embedding->rows(), (*old)->items->space());
    return std::shared_ptr<const Embedding>(std::move(embedding));
}

bool isSession(const QString& source) {
    const QFileInfo file(source);
    if (!file.isFile()) return false;
    if (source.endsWith(QStringLiteral(".horo"), Qt::CaseInsensitive)) return true;
    std::ifstream stream(source.toStdString(), std::ios::binary);
    std::string head(512, '\0');
    stream.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<size_t>(stream.gcount()));
    return looksLikeSession(head);
}

}  // namespace

Documents::Documents(views::WorkspaceModel& model, QObject* parent) : QObject(parent), model_(model) {
    const auto changed = [this] { changedSinceAutosave_ = true; };
    connect(&model_, &views::WorkspaceModel::objectsChanged, this, changed);
    connect(&autosaveTimer_, &QTimer::timeout, this, &Documents::autosave);
    autosaveTimer_.start(autosaveSeconds * 1000);
}

Documents::~Documents() {
    QFile::remove(ownAutosave());
}

template <class Read, class Take>
void Documents::inBackground(Read read, Take take) {
    ++opening_;
    Q_EMIT busyChanged();
    threads_.post([self = QPointer<Documents>(this), read, take] {
        // Only plain values cross to the window's thread, and only while it is there.
        auto result = std::make_shared<decltype(read())>(read());
        QMetaObject::invokeMethod(qApp, [self, take, result] {
            if (!self) return;
            --self->opening_;
            Q_EMIT self->busyChanged();
            take(*self, std::move(*result));
        });
    });
}

void Documents::open(const QString& source) {
    const std::string text = source.toStdString();
    if (isSession(source)) {
        inBackground([text] { return loadSessionParts(text); },
                     [source](Documents& self, Result<SessionParts>&& result) {
                         self.takeSession(source, std::move(result));
                     });
        return;
    }
    const auto parsed = Source::parse(text);
    if (parsed && !parsed->scheme.empty()) return openAtOnce(source);
    inBackground(
        [text] { return horo::preview(text); },
        [source](Documents& self, Result<Preview>&& result) { self.takePreview(source, std::move(result)); });
}

void Documents::openAtOnce(const QString& source) {
    inBackground(
        [text = source.toStdString()] { return openSource(text); },
        [source](Documents& self, Result<Opened>&& result) { self.takeOpened(source, std::move(result)); });
}

void Documents::takePreview(const QString& source, Result<Preview>&& result) {
    if (!result) {
        Q_EMIT failed(tr("%1 could not be opened").arg(source), result.error());
        return;
    }
    auto shown = std::make_shared<const Preview>(std::move(*result));
    // Of vectors that say all about themselves there is nothing to ask.
    const bool isPlain = PreviewPage::isPlain(*shown);
    const bool asks = (shown->kind == Kind::Hierarchy && !(PreviewPage::onlyWhereDoubtful() && isPlain)) ||
                      (shown->kind == Kind::Embedding && !isPlain);
    const bool showsChoices = shown->kind == Kind::Embedding && shown->choices.size() > 1;
    if (asks && (shown->outline || !shown->rows.empty() || showsChoices))
        Q_EMIT previewed(std::move(shown));
    else if (shown->error)
        Q_EMIT failed(tr("%1 could not be opened").arg(source), *shown->error);
    else
        take(std::move(shown));
}

void Documents::take(std::shared_ptr<const Preview> preview) {
    const QString source = QString::fromStdString(preview->source);
    if (preview->opened)
        takeOpened(source, Result<Opened>(*preview->opened));
    else
        openAtOnce(source);
}

void Documents::takeOpened(const QString& source, Result<Opened>&& result) {
    if (!result) {
        Q_EMIT failed(tr("%1 could not be opened").arg(source), result.error());
        return;
    }
    remember(source);
    std::string id;
    model_.edit(tr("Open %1").arg(QString::fromStdString(result->name)), [&](Workspace& workspace) {
        Object object;
        object.id = id = workspace.freshId(kindName(kindOf(result->payload)));
        object.name = workspace.freshName(result->name);
        object.payload = result->payload;
        object.origin = result->origin;
        workspace.add(std::move(object));
    });
    QStringList notes;
    for (const auto& warning : result->warnings)
        notes << QString::fromStdString(warning);
    Q_EMIT opened(id, notes);
}

void Documents::reload(const std::string& objectId) {
    const auto object = model_.workspace().find(objectId);
    if (!object || object->origin.source.empty()) return;
    const auto take = [objectId](Documents& self, Result<Opened>&& result) {
        const auto present = self.model_.workspace().find(objectId);
        if (!present) return;
        const QString name = QString::fromStdString(present->name);
        if (!result) {
            Q_EMIT self.failed(tr("%1 could not be read again").arg(name), result.error());
            return;
        }
        self.model_.edit(tr("Reload %1").arg(name), [&](Workspace& workspace) {
            Object changed = *present;
            changed.payload = withNumbersOf(present->payload, result->payload);
            changed.origin = result->origin;
            workspace.replace(std::move(changed));
        });
        Q_EMIT self.reloaded(objectId);
    };
    inBackground([text = object->origin.source, kind = object->kind()] { return openSource(text, {kind}); },
                 take);
}

void Documents::takeSession(const QString& path, Result<SessionParts>&& result) {
    if (!result) {
        Q_EMIT failed(tr("%1 could not be opened").arg(QFileInfo(path).fileName()), result.error());
        return;
    }
    sessionPath_ = path.startsWith(autosaveFolder()) ? QString() : QFileInfo(path).absoluteFilePath();
    if (!sessionPath_.isEmpty()) remember(sessionPath_);
    // What is open now is less than the file: saving must not write over it.
    if (!result->lost.empty()) sessionPath_.clear();
    model_.reset(std::move(result->workspace));
    Q_EMIT sessionOpened();
    if (!result->lost.empty()) {
        QStringList lost;
        for (const std::string& each : result->lost)
            lost << QString::fromStdString(each);
        Q_EMIT partlyOpened(QFileInfo(path).fileName(), lost);
    }
}

QString Documents::sessionName() const {
    return sessionPath_.isEmpty() ? tr("untitled") : QFileInfo(sessionPath_).fileName();
}

Workspace Documents::snapshot() const {
    Workspace workspace = model_.workspace();
    if (complete_) complete_(workspace);
    return workspace;
}

bool Documents::save(const QString& path) {
    if (const auto done = saveSession(snapshot(), path.toStdString()); !done) {
        Q_EMIT failed(tr("The session was not saved"), done.error());
        return false;
    }
    sessionPath_ = QFileInfo(path).absoluteFilePath();
    remember(sessionPath_);
    model_.markSaved();
    QFile::remove(ownAutosave());
    changedSinceAutosave_ = false;
    Q_EMIT saved(QDateTime::currentDateTime());
    return true;
}

void Documents::close() {
    sessionPath_.clear();
    QFile::remove(ownAutosave());
    model_.reset({});
}

void Documents::autosave() {
    if (!changedSinceAutosave_ || model_.workspace().objects.empty()) return;
    changedSinceAutosave_ = false;
    // The workspace is a value: the copy can be written elsewhere while the person goes on.
    threads_.post([workspace = snapshot(), path = ownAutosave().toStdString()] {
        [[maybe_unused]] const auto done = saveSession(workspace, path);  // nothing is lost where this fails
    });
}

QString Documents::recoverable() {
    const QDir folder(autosaveFolder());
    for (const auto& file : folder.entryInfoList({QStringLiteral("*.horo")}, QDir::Files, QDir::Time))
        if (!isRunning(file.completeBaseName().toLongLong())) return file.absoluteFilePath();
    return {};
}

QDateTime Documents::recoverableTime() {
    return QFileInfo(recoverable()).lastModified();
}

void Documents::recover() {
    const QString path = recoverable();
    if (!path.isEmpty()) open(path);
}

void Documents::discardRecovery() {
    QFile::remove(recoverable());
}

void Documents::remember(const QString& source) {
    QSettings settings;
    QStringList list = settings.value("recent").toStringList();
    const QString stored = QFileInfo::exists(source) ? QFileInfo(source).absoluteFilePath() : source;
    list.removeIf([&](const QString& entry) { return entry.section('\t', 1) == stored; });
    list.prepend(QDateTime::currentDateTime().toString(Qt::ISODate) + '\t' + stored);
    settings.setValue("recent", list.mid(0, recentLimit));
}

QList<RecentDocument> Documents::recent() const {
    QList<RecentDocument> all;
    for (const QString& entry : QSettings().value("recent").toStringList())
        all.append({entry.section('\t', 1), QDateTime::fromString(entry.section('\t', 0, 0), Qt::ISODate)});
    return all;
}

void Documents::clearRecent() {
    QSettings().remove("recent");
}

}  // namespace horo::app
