//! A transaction that writes: one by itself, or a part of one that several share.

use std::ops::Deref;

use sea_orm::{DatabaseTransaction, DbErr};

use super::turns::Turn;

/// A transaction that writes. One that is dropped is rolled back.
pub enum Writing {
    Alone(DatabaseTransaction),
    InTurn(Turn),
}

impl Writing {
    /// Keeps what was done, once it is on the disk.
    pub async fn commit(self) -> Result<(), DbErr> {
        match self {
            Self::Alone(transaction) => transaction.commit().await,
            Self::InTurn(turn) => turn.commit().await,
        }
    }

    /// Undoes what was done.
    pub async fn roll_back(self) -> Result<(), DbErr> {
        match self {
            Self::Alone(transaction) => transaction.rollback().await,
            Self::InTurn(turn) => turn.roll_back().await,
        }
    }
}

impl Deref for Writing {
    type Target = DatabaseTransaction;

    fn deref(&self) -> &DatabaseTransaction {
        match self {
            Self::Alone(transaction) => transaction,
            Self::InTurn(turn) => turn.transaction(),
        }
    }
}

impl std::fmt::Debug for Writing {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Writing").finish_non_exhaustive()
    }
}
