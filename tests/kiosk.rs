//! The safe face for strangers: what a guest can do, in a terminal and through a real SSH server on this machine with the
//! recipe of `docs/kiosk.md`. Without an SSH server here, those parts are skipped and say so.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "support/pty.rs"]
mod pty;
mod support;

use portable_pty::CommandBuilder;
use pty::{PATIENCE, Run, ferry, tempdir};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

/// Keys that would lead out of the reader, and what is said instead.
fn tries_to_get_out(run: &mut Run) {
    for (key, said) in
        [("e", "a kiosk writes no files"), ("o", "a kiosk starts no other programs"), ("\x1a", "a kiosk is not suspended")]
    {
        run.type_keys(key);
        run.until_text(said);
    }
    run.type_keys("m");
    run.until_text("marked");
    run.type_keys(":export");
    run.until_text("nothing of that name");
    run.type_keys("\x1b");
    run.until_text("q quit");
}

/// Every file in a folder and in those inside.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        if entry.path().is_dir() { found.extend(files(&entry.path())) } else { found.push(entry.path()) }
    }
    found
}

#[test]
fn a_guest_cannot_get_out_and_leaves_nothing_behind() {
    let home = tempdir("guest");
    let mut command = Run::command(&["--kiosk", &ferry()]);
    for variable in ["HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"] {
        command.env(variable, &home);
    }
    command.cwd(&home);
    let mut run = Run::start(command, (80, 24));
    run.until_text("q quit");
    run.until_text("the next shared claim");
    tries_to_get_out(&mut run);
    run.signal(rustix::process::Signal::TSTP);
    run.type_keys("?");
    run.until_text("Signs in the text");
    run.type_keys("qq");
    assert_eq!(run.ended(), 0);
    run.assert_given_back();
    assert_eq!(files(&home), Vec::<PathBuf>::new(), "it wrote something");
}

#[test]
fn a_guest_who_does_nothing_is_warned_and_sent_away() {
    let mut run = Run::rashomon(&["--kiosk", "--idle", "2", &ferry()], (80, 24));
    run.until_text("closes in 1 s; any key stays");
    run.type_keys("j");
    run.until("the warning to go", |screen| !screen.contents().contains("any key stays"));
    run.until_text("closes in 1 s; any key stays");
    assert_eq!(run.ended(), 0);
    run.assert_given_back();
}

#[test]
fn a_screen_of_any_size_that_the_other_end_claims_takes_no_more_memory() {
    let mut run = Run::rashomon(&["--kiosk"], (80, 24));
    run.until_text("q quit");
    let size = portable_pty::PtySize { rows: 65_535, cols: 65_535, pixel_width: 0, pixel_height: 0 };
    run.master.as_ref().unwrap().resize(size).unwrap();
    run.type_keys("j");
    std::thread::sleep(Duration::from_secs(2));
    let status = std::fs::read_to_string(format!("/proc/{}/status", run.child.process_id().unwrap()));
    if let Ok(status) = status {
        let peak = status.lines().find_map(|l| l.strip_prefix("VmHWM:")).unwrap().trim().trim_end_matches(" kB");
        assert!(peak.parse::<u64>().unwrap() < 300_000, "{peak} kB");
    }
    run.type_keys("q");
    assert_eq!(run.ended(), 0);
}

/// The recipe of the documentation, with the user, program and story of this machine in it.
fn recipe(user: &str, story: &str) -> String {
    let document = include_str!("../docs/kiosk.md");
    let block = document.split("```sshd_config\n").nth(1).expect("a recipe").split("```").next().unwrap();
    let program = env!("CARGO_BIN_EXE_rashomon");
    let recipe = block.replace("Match User reader", &format!("Match User {user}"));
    let recipe = recipe.replace("/usr/local/bin/rashomon", program).replace("/srv/story", story);
    assert!(recipe.contains(&format!("ForceCommand {program} --kiosk {story}")) && recipe.contains(user), "{recipe}");
    recipe
}

/// A program of OpenSSH, where it is.
fn found(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&path).chain(["/usr/sbin", "/usr/local/sbin", "/sbin"].map(PathBuf::from));
    folders.map(|folder| folder.join(name)).find(|program| program.is_file())
}

/// An SSH server on this machine alone, which lets the one in who has its key.
struct Server {
    child: Child,
    folder: PathBuf,
    port: u16,
    user: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn done(command: &mut Command) -> Output {
    let output = command.stdin(Stdio::null()).output().unwrap();
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    output
}

impl Server {
    /// Starts one; none, with the reason on standard error, where that cannot be.
    fn start(story: &str) -> Option<Server> {
        let programs = [found("sshd"), found("ssh"), found("ssh-keygen")];
        let [Some(sshd), Some(_), Some(keygen)] = programs else {
            eprintln!("skipped: OpenSSH (sshd, ssh, ssh-keygen) is not installed");
            return None;
        };
        let user = String::from_utf8(done(Command::new("id").arg("-un")).stdout).unwrap().trim().to_owned();
        if user == "root" && !Path::new("/run/sshd").is_dir() && std::fs::create_dir("/run/sshd").is_err() {
            eprintln!("skipped: sshd needs /run/sshd");
            return None;
        }
        let folder = tempdir("sshd");
        for key in ["host", "guest"] {
            done(Command::new(&keygen).args(["-q", "-t", "ed25519", "-N", "", "-f"]).arg(folder.join(key)));
        }
        std::fs::copy(folder.join("guest.pub"), folder.join("authorized")).unwrap();
        std::fs::set_permissions(folder.join("authorized"), std::fs::Permissions::from_mode(0o600)).unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let at = |name: &str| folder.join(name).display().to_string();
        let config = format!(
            "Port {port}\nListenAddress 127.0.0.1\nHostKey {}\nPidFile none\nAuthorizedKeysFile {}\nStrictModes no\n\
             UsePAM no\nPasswordAuthentication no\nPermitRootLogin prohibit-password\n{}",
            at("host"),
            at("authorized"),
            recipe(&user, story)
        );
        std::fs::write(folder.join("config"), config).unwrap();
        done(Command::new(&sshd).arg("-t").arg("-f").arg(folder.join("config")));
        let log = std::fs::File::create(folder.join("log")).unwrap();
        let mut command = Command::new(&sshd);
        command.args(["-D", "-e", "-f"]).arg(folder.join("config"));
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log).spawn().unwrap();
        let server = Server { child, folder, port, user };
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(start.elapsed() < PATIENCE, "sshd does not answer: {}", server.log());
            std::thread::sleep(Duration::from_millis(50));
        }
        Some(server)
    }

    fn log(&self) -> String {
        std::fs::read_to_string(self.folder.join("log")).unwrap_or_default()
    }

    /// The client's words: options, then what a guest adds.
    fn words(&self, options: &[&str], asked: &[&str]) -> Vec<String> {
        let mut words: Vec<String> = ["-F", "none", "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null"]
            .iter()
            .chain(&["-o", "LogLevel=ERROR", "-o", "BatchMode=yes", "-o", "IdentitiesOnly=yes"])
            .map(|s| (*s).to_owned())
            .collect();
        words.extend(["-i".to_owned(), self.folder.join("guest").display().to_string()]);
        words.extend(["-p".to_owned(), self.port.to_string()]);
        words.extend(options.iter().map(|s| (*s).to_owned()));
        words.push(format!("{}@127.0.0.1", self.user));
        words.extend(asked.iter().map(|s| (*s).to_owned()));
        words
    }

    /// A guest in a terminal.
    fn guest(&self, options: &[&str], asked: &[&str]) -> Run {
        let mut command = CommandBuilder::new(found("ssh").unwrap());
        command.args(self.words(options, asked));
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        Run::start(command, (80, 24))
    }
}

#[test]
fn a_guest_over_ssh_reads_and_can_do_nothing_else() {
    let Some(server) = Server::start(&ferry()) else { return };
    let mut run = server.guest(&["-t"], &[]);
    run.until_text("Ferry runs aground at Skerry");
    tries_to_get_out(&mut run);
    run.type_keys("]v");
    run.until_text("sure");
    run.type_keys("qq");
    assert_eq!(run.ended(), 0, "{}", server.log());
    // Whatever is asked for, the reader is what there is.
    let mut run = server.guest(&["-t"], &["sh", "-i"]);
    run.until_text("Ferry runs aground at Skerry");
    // The first closes the box that greets.
    run.type_keys("qq");
    assert_eq!(run.ended(), 0);
    // A client that sends an environment of its own changes nothing.
    let mut run = server.guest(&["-t", "-o", "SetEnv=RASHOMON_KIOSK=0"], &[]);
    run.until_text("Ferry runs aground at Skerry");
    tries_to_get_out(&mut run);
    run.type_keys("q");
    assert_eq!(run.ended(), 0);
}

#[test]
fn a_guest_without_a_terminal_gets_the_report() {
    let Some(server) = Server::start(&ferry()) else { return };
    let mut command = Command::new(found("ssh").unwrap());
    let output = done(command.args(server.words(&["-T"], &["cat", "/etc/passwd"])));
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("Ferry runs aground") && !told.contains("root:"), "{told}");
}

#[test]
fn a_guest_who_hangs_up_leaves_no_process_behind() {
    let Some(server) = Server::start(&ferry()) else { return };
    let story = server.folder.join("config");
    let mut run = server.guest(&["-t"], &[]);
    run.until_text("Ferry runs aground at Skerry");
    let wanted = std::fs::read_to_string(story).unwrap();
    let forced = wanted.lines().find_map(|l| l.trim().strip_prefix("ForceCommand ")).unwrap().to_owned();
    let readers = || {
        let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
        let words = |p: std::fs::DirEntry| std::fs::read_to_string(p.path().join("cmdline")).unwrap_or_default();
        processes.map(words).filter(|w| w.trim_end_matches('\0').replace('\0', " ") == forced).count()
    };
    let before = readers();
    run.child.kill().unwrap();
    let start = Instant::now();
    assert!(before == 1 || !Path::new("/proc/self").exists(), "{before} readers");
    while readers() > 0 {
        assert!(start.elapsed() < PATIENCE, "the reader goes on without its guest");
        std::thread::sleep(Duration::from_millis(50));
    }
}
