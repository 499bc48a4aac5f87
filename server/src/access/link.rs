//! Links in letters. A token is a keyed hash over what it is for, so nothing that opens a door lies in the database.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;
use uuid::Uuid;

/// What a link is good for. A token for one purpose is none for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Purpose {
    /// Whatever a letter's kind lets its receiver do.
    Letter = 1,
    /// Sign in; names the sign-in.
    SignIn = 2,
    /// Answer for the school; names the letter.
    Agreement = 3,
    /// Answer whether one will be a mentor; names the letter.
    Invitation = 4,
}

/// Bytes of the keyed hash in a token: 128 bits cannot be guessed.
const TAG_BYTES: usize = 16;

/// The keys that links and codes are made with.
#[derive(Clone)]
pub struct Keys {
    secret: std::sync::Arc<[u8]>,
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys(secret)")
    }
}

impl Keys {
    pub fn new(secret: &str) -> Self {
        Self {
            secret: secret.as_bytes().into(),
        }
    }

    /// The last part of a link's address.
    pub fn token(&self, purpose: Purpose, id: Uuid) -> String {
        let mut bytes = vec![purpose as u8];
        bytes.extend_from_slice(id.as_bytes());
        let tag = self.tag(b"link", &bytes);
        bytes.extend_from_slice(&tag[..TAG_BYTES]);
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// What the token names, if we made it for this purpose.
    pub fn open(&self, purpose: Purpose, token: &str) -> Option<Uuid> {
        let bytes = URL_SAFE_NO_PAD.decode(token).ok()?;
        let (named, tag) = bytes.split_at_checked(17)?;
        let expected = self.tag(b"link", named);
        let genuine: bool = expected[..TAG_BYTES].ct_eq(tag).into();
        let id = Uuid::from_slice(&named[1..]).ok()?;
        (genuine && named[0] == purpose as u8).then_some(id)
    }

    /// The six digits that sign somebody in, made from the sign-in's id so that they need not be kept.
    pub fn code(&self, sign_in: Uuid) -> String {
        let tag = self.tag(b"code", sign_in.as_bytes());
        let number = u64::from_be_bytes([
            tag[0], tag[1], tag[2], tag[3], tag[4], tag[5], tag[6], tag[7],
        ]);
        format!("{:06}", number % 1_000_000)
    }

    /// Whether these are the digits, taking equally long for every answer.
    pub fn is_code(&self, sign_in: Uuid, typed: &str) -> bool {
        self.code(sign_in).as_bytes().ct_eq(typed.as_bytes()).into()
    }

    /// 128 bits that belong to a signed agreement, of which the code is made that stands in it. They tell nothing of it.
    pub fn mark(&self, agreement: Uuid) -> u128 {
        let tag = self.tag(b"mark", agreement.as_bytes());
        tag.iter()
            .take(16)
            .fold(0, |bits, byte| bits << 8 | u128::from(*byte))
    }

    /// Hides and seals what a cursor holds: how much happened between two of them is nobody's business.
    pub fn seal(&self, plain: [u8; 32]) -> String {
        let tag = self.tag(b"seal", &plain);
        let mut bytes = tag[..TAG_BYTES].to_vec();
        bytes.extend(self.veil(&tag[..TAG_BYTES], &plain));
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// What [`Self::seal`] sealed here.
    pub fn unseal(&self, sealed: &str) -> Option<[u8; 32]> {
        let bytes = URL_SAFE_NO_PAD.decode(sealed).ok()?;
        let (tag, veiled) = bytes.split_at_checked(TAG_BYTES)?;
        let plain = self.veil(tag, veiled.try_into().ok()?);
        let expected = self.tag(b"seal", &plain);
        let genuine: bool = expected[..TAG_BYTES].ct_eq(tag).into();
        genuine.then_some(plain)
    }

    /// Laid over the bytes twice, it is off again.
    fn veil(&self, tag: &[u8], bytes: &[u8; 32]) -> [u8; 32] {
        let veil = self.tag(b"veil", tag);
        std::array::from_fn(|at| bytes[at] ^ veil[at])
    }

    fn tag(&self, label: &[u8], message: &[u8]) -> [u8; 32] {
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.secret) else {
            unreachable!("HMAC takes a key of any length")
        };
        mac.update(label);
        mac.update(&[0]);
        mac.update(message);
        mac.finalize().into_bytes().into()
    }
}

/// A new secret for a cookie or an API token: 256 random bits.
pub fn random_secret() -> crate::error::Result<String> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes)
        .map_err(|why| anyhow::anyhow!("the machine gave no random bytes: {why}"))?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

/// How a secret rests in the database: its SHA-256 in hex. 256 random bits need no slow hash.
pub fn digest(secret: &str) -> String {
    hex(&Sha256::digest(secret.as_bytes()))
}

/// Bytes in hex.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_opens_for_its_purpose_only() {
        let keys = Keys::new("a secret of at least thirty-two characters");
        let id = Uuid::now_v7();
        let token = keys.token(Purpose::Letter, id);
        assert_eq!(keys.open(Purpose::Letter, &token), Some(id));
        assert_eq!(keys.open(Purpose::SignIn, &token), None);
        assert_eq!(
            Keys::new("another secret, just as long as that").open(Purpose::Letter, &token),
            None
        );
    }

    #[test]
    fn every_flipped_bit_closes_it() {
        let keys = Keys::new("a secret of at least thirty-two characters");
        let token = keys.token(Purpose::Letter, Uuid::now_v7());
        let bytes = URL_SAFE_NO_PAD.decode(&token).expect("base64");
        for bit in 0..bytes.len() * 8 {
            let mut forged = bytes.clone();
            forged[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(
                keys.open(Purpose::Letter, &URL_SAFE_NO_PAD.encode(forged)),
                None,
                "bit {bit}"
            );
        }
        assert_eq!(keys.open(Purpose::Letter, ""), None);
    }

    #[test]
    fn what_is_sealed_is_hidden_and_opens_whole() {
        let keys = Keys::new("a secret of at least thirty-two characters");
        let sealed = keys.seal([7; 32]);
        assert_eq!(keys.unseal(&sealed), Some([7; 32]));
        let bytes = URL_SAFE_NO_PAD.decode(&sealed).expect("base64");
        assert!(!bytes.windows(2).all(|pair| pair == [7, 7]));
        for bit in 0..bytes.len() * 8 {
            let mut forged = bytes.clone();
            forged[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(
                keys.unseal(&URL_SAFE_NO_PAD.encode(forged)),
                None,
                "bit {bit}"
            );
        }
        for garbage in ["", "!", "AAAA", &sealed[1..]] {
            assert_eq!(keys.unseal(garbage), None);
        }
    }

    #[test]
    fn a_code_is_six_digits_of_its_own_sign_in() {
        let keys = Keys::new("a secret of at least thirty-two characters");
        let (one, other) = (Uuid::now_v7(), Uuid::now_v7());
        assert_eq!(keys.code(one).len(), 6);
        assert!(keys.is_code(one, &keys.code(one)));
        assert!(!keys.is_code(other, &keys.code(one)) || keys.code(one) == keys.code(other));
    }
}
