// Opens what a person names: sessions, files, folders and built-in sources; saves; keeps an autosave.
#pragma once

#include <QDateTime>
#include <QObject>
#include <QStringList>
#include <QTimer>
#include <functional>

#include "core/io/preview.h"
#include "core/method/job_threads.h"
#include "core/session/session.h"
#include "views/workspace/WorkspaceModel.h"

Q_DECLARE_METATYPE(horo::Error)

namespace horo::app {

/// A file or source that was open before.
struct RecentDocument {
    QString source;
    QDateTime when;
};

class Documents : public QObject {
    Q_OBJECT
public:
    explicit Documents(views::WorkspaceModel& model, QObject* parent = nullptr);
    ~Documents() override;

    /// Reads in the background; `opened`, `previewed` or `failed` tells. A session replaces the workspace.
    /// Files of hierarchies are shown first, unless the person wants that only where something is doubtful
    /// and nothing is; named sources are known.
    void open(const QString& source);
    /// Takes what was shown.
    void take(std::shared_ptr<const Preview> preview);
    /// Opens without asking.
    void openAtOnce(const QString& source);
    /// Reads the file of an object once more and puts what it says now in its place, as a step that can be
    /// undone; `failed` tells and the object stays where that does not work.
    void reload(const std::string& objectId);
    bool isOpening() const { return opening_ > 0; }

    QString sessionPath() const { return sessionPath_; }
    /// File name of the session, or "untitled".
    QString sessionName() const;
    /// Saves to `path`; false and `failed` when that did not work, the workspace then being as it was.
    bool save(const QString& path);
    /// Puts the arrangement of the window and of its views into a workspace that is about to be written.
    void setCompletion(std::function<void(Workspace&)> complete) { complete_ = std::move(complete); }
    /// An empty workspace without a file.
    void close();

    QList<RecentDocument> recent() const;
    void clearRecent();

    /// The autosave of a workbench that stopped without closing, or an empty path.
    static QString recoverable();
    static QDateTime recoverableTime();
    void recover();
    static void discardRecovery();

Q_SIGNALS:
    void opened(const std::string& objectId,
                const QStringList& notes);  ///< a new object, and what was inferred
    void reloaded(const std::string& objectId);
    void previewed(std::shared_ptr<const Preview> preview);
    void sessionOpened();
    /// Some objects of a session could not be read; the rest is open, without a file of its own.
    void partlyOpened(const QString& file, const QStringList& lost);
    void busyChanged();
    void failed(const QString& what, const horo::Error& error);
    void saved(const QDateTime& when);

private:
    void takeOpened(const QString& source, Result<Opened>&& result);
    void takePreview(const QString& source, Result<Preview>&& result);
    /// Runs `read` in the background and gives what it returns to `take` on the window's thread.
    template <class Read, class Take>
    void inBackground(Read read, Take take);
    void takeSession(const QString& path, Result<SessionParts>&& result);
    void remember(const QString& source);
    void autosave();

    views::WorkspaceModel& model_;
    JobThreads threads_{1};  ///< of its own: files open and are saved while jobs run
    /// The workspace with the window's arrangement in it.
    Workspace snapshot() const;

    std::function<void(Workspace&)> complete_;
    QString sessionPath_;
    QTimer autosaveTimer_;
    bool changedSinceAutosave_ = false;
    int opening_ = 0;
};

}  // namespace horo::app
