// Tells when a file that is open changes on disk.
#pragma once

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QMap>
#include <QObject>
#include <QTimer>

#include "views/workspace/WorkspaceModel.h"

namespace horo::app {

/// Watches the files of the objects that were read from one; folders and named sources are left alone.
class FileWatch : public QObject {
    Q_OBJECT
public:
    explicit FileWatch(views::WorkspaceModel& model, QObject* parent = nullptr);

Q_SIGNALS:
    /// The file has other bytes or another time than before and has been left alone for a moment, so that
    /// whoever writes it is done.
    void changed(const QString& path, const QStringList& objectIds);

private:
    struct State {
        QDateTime time;
        qint64 bytes = 0;
        bool operator==(const State&) const = default;
    };
    static State stateOf(const QString& path);
    void follow();
    void look();

    views::WorkspaceModel& model_;
    QFileSystemWatcher watcher_;
    QTimer quiet_;
    QMap<QString, State> known_;         ///< by path
    QMap<QString, QStringList> opened_;  ///< ids of the objects of a path
};

}  // namespace horo::app
