/** Lowers Swift snippets for tests and prints what came out. */
import type { Expr, ProgramFile, Stmt } from '../../../server/src/core/program/ir';
import { parseSwift } from '../../../server/src/core/program/parse-swift';
import { printProgram } from '../../../server/src/core/program/print';
import { printBlock } from '../../../server/src/core/program/print-stmts';
import { TreeParser } from '../../../server/src/core/syntax/parser';
import { testWasm } from '../../support/wasm';

export const parser = new TreeParser(testWasm);
await parser.load('swift');

export function lower(text: string): ProgramFile {
  return parseSwift(parser, text);
}

/** The printed file, line by line. */
export function printed(text: string): string[] {
  return printProgram(lower(text)).trimEnd().split('\n');
}

/** The printed statements of a function body. Fails when the snippet does not parse. */
export function body(statements: string): string[] {
  const file = lower(`func body() {\n${statements}\n}\n`);
  if (file.errors.length > 0) throw new Error(`Does not parse: ${statements}`);
  return [...printBlock(bodyOf(file))];
}

/** The statements of the only function of a file. */
export function statementsOf(text: string): readonly Stmt[] {
  return bodyOf(lower(text)).statements;
}

function bodyOf(file: ProgramFile) {
  const [only] = file.functions;
  if (only?.body === undefined) throw new Error('There is no function with a body');
  return only.body;
}

/** The expression that stands alone in a function. */
export function expression(text: string): Expr {
  const [only] = statementsOf(`func body() {\n${text}\n}`);
  if (only?.kind !== 'expr') throw new Error(`Not an expression: ${text}`);
  return only.expr;
}

/** A file with a bit of everything, for property tests. */
export const SAMPLE = `import UIKit
#if canImport(BackgroundTasks)
import BackgroundTasks
#endif

/// Keeps 🎧 playing. "Not a string"
@MainActor
final class Player: NSObject, AVAudioPlayerDelegate {
  static let identifier = "com.example.player.\\(Bundle.main.name ?? "none")"
  private var task: UIBackgroundTaskIdentifier = .invalid { didSet { log(task, #function) } }
  var isPlaying: Bool { player?.isPlaying ?? false }

  func start(with url: URL, completion: @escaping (Result<Void, Error>) -> Void) async throws {
    guard let player = try? AVAudioPlayer(contentsOf: url), player.duration > 1 else { return completion(.success(())) }
    task = UIApplication.shared.beginBackgroundTask(withName: "play") { [weak self] in
      self?.stop()
    }
    defer { UIApplication.shared.endBackgroundTask(task) }
    #if os(iOS) && !targetEnvironment(macCatalyst)
    try await session.activate() // may throw
    #else
    do { try prepare() } catch let error as PlayerError where error.isFatal { throw error } catch { print(error) }
    #endif
    loop: for (index, item) in queue.enumerated() where !item.isDone {
      switch item.kind {
      case .song(let title), .episode(_, let title): try await play(title)
      case .advert where index > 0: break loop
      default: continue loop
      }
    }
    let label = if isPlaying { "on" } else { """
      off \\(queue.map { $0.name }.joined(separator: ", "))
      """ }
    text = isPlaying ? label : #"raw \\#(label)"#
  }
}

extension Player { enum Mode: String { case music, speech = "spoken" } }
`;
